"""Content kept by digest is the content that was used, word for word and once."""

import json

from sqlalchemy import func, select

from aijri_engine import Interview, Library
from aijri_engine.content.files import MODELS
from aijri_engine.store import Store
from aijri_engine.store.schema import contents


def test_every_file_is_kept_once_and_reads_back_the_same(
    store: Store, library: Library, interview: Interview
) -> None:
    for _ in range(3):
        store.start(interview)
    with store._database.reading() as connection:
        kept = {row.digest: row for row in connection.execute(select(contents))}
        assert connection.execute(select(func.count()).select_from(contents)).scalar() == len(kept)
    used = [file for file in library.files if file.kind != "cases"]
    assert {file.digest for file in used} >= set(kept)
    for file in used:
        if file.digest in kept:
            model = MODELS[file.kind].model_validate(json.loads(kept[file.digest].body))
            assert model == file.model
    assert {row.name for row in kept.values()} >= {"interview.yaml", "roles/deep-learning-engineer.yaml"}
