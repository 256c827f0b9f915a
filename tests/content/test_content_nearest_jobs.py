"""Jobs near to a week in somebody's own words: the right one or a neighbour, and none where rows point nowhere."""

import pytest

from aijri_engine import Library
from aijri_engine.content.nearest_jobs import nearest_jobs
from aijri_engine.conversation import own_table

LIBRARY = Library.open()

NEAR = {
    "fixing leaking pipes 35, installing boilers 30, quotes and invoices 20, driving to customers 15": "47-2152.00",
    "giving medication 25, caring for patients on the ward 40, charting 20, handover with colleagues 15":
        "registered-nurse",
    "teaching lessons 50, marking homework 25, parents evenings 10, planning lessons 15": "primary-school-teacher",
    "translating manuals 50, correcting machine output 30, terminology 20": "translator",
    "tasting wine 20, recommending wine to guests 40, buying wine and stock 25, training waiters 15": "35-3031.00",
    "month end accounts 40, tax returns 30, payroll 20, talking to clients 10": "accountant",
    "answering calls about bills 60, writing emails to customers 20, complaints 20":
        "customer-service-representative",
    "wiring new houses 45, fault finding 25, testing and certificates 15, quotes 15": "electrician",
    "pipelines and deployments 40, monitoring and incidents 30, cloud infrastructure 20, meetings 10":
        "devops-engineer",
    "meeting couples 20, booking venues and caterers 30, running the wedding day 30, invoices and contracts 20":
        "13-1121.00",
    "inspecting hives 40, harvesting honey 25, selling honey at the market 20, building frames 15": "11-9013.00",
    "building violins 40, repairing instruments 35, talking with musicians 15, accounts 10": "49-9063.00",
    "flying drones over fields 40, editing the maps 30, planning flights 20, maintenance of drones 10": "19-4012.01",
}  # fmt: skip
FAR = (
    "polishing crystal balls 40, reading palms 30, guests 30",
    "running games for groups 50, resetting rooms 25, taking bookings 15, building new puzzles 10",
    "carving sand 50, sketching designs 20, travelling 15, talking to the organisers 15",
    "emails 30, meetings 30, spreadsheets 20, presentations 20",
    "stuff 30, other things 30, meetings 20, emails 20",
    "asdf 30, qwer zxcv 30, blub 20, xyz 20",
    "🦉 50, 🐝 50", "'; DROP TABLE x; -- 100",
)  # fmt: skip


def week(said: str) -> list[tuple[str, float]]:
    return [(name, float(share)) for name, _, share in (row.rpartition(" ") for row in said.split(", "))]


@pytest.mark.parametrize("said", NEAR)
def test_the_job_is_offered_with_the_rows_that_point_to_it(said: str) -> None:
    found = nearest_jobs(LIBRARY, week(said))
    assert NEAR[said] in [one.job.id for one in found]
    assert len(found[0].rows) >= 2
    assert set(found[0].rows) <= {name for name, _ in week(said)}


@pytest.mark.parametrize("said", FAR)
def test_where_rows_point_nowhere_nothing_is_offered(said: str) -> None:
    assert nearest_jobs(LIBRARY, week(said)) == ()


def written(week: str, *more: str) -> own_table.OwnTable:
    table = own_table.begin("spark doctor")
    for line in (week, "yes", *more):
        table = own_table.offer(own_table.said(table, line), LIBRARY)
    return table


PIPES = "35% wiring new houses, 30% fault finding on sockets, 20% testing and certificates, 15% driving to customers"


@pytest.mark.parametrize(
    ("said", "stage", "chosen"),
    [("1", "other", "electrician"), ("yes", "other", "electrician"), ("no", "done", ""), ("none of these", "done", ""),
     ("no thanks", "done", ""), ("7", "near", ""), ("what", "near", ""), ("", "done", ""), ("quit", "left", "")],
)  # fmt: skip
def test_a_near_job_is_a_start_that_is_chosen_or_left(said: str, stage: str, chosen: str) -> None:
    asked = written(PIPES)
    assert asked.stage == "near"
    assert "Electrician (buildings): “wiring new houses”" in asked.offered()[0]
    found = own_table.offer(own_table.said(asked, said), LIBRARY)
    assert (found.stage, found.chosen) == (stage, chosen)
