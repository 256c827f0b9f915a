"""The strict YAML source: plain data, places, and each code with its exact message."""

import json

import pytest

from aijri_engine.content import codes
from aijri_engine.content.problems import ContentError, Problem, gathered
from aijri_engine.content.safe_files import MOST_BYTES
from aijri_engine.content.yaml import YamlFile, parse_yaml


def refused(content: str | bytes, name: str = "f.yaml") -> list[str]:
    with pytest.raises(ContentError) as caught:
        parse_yaml(content, name)
    return [problem.text() for problem in caught.value.problems]


def test_scalars_are_text_unless_null_truth_or_decimal_number() -> None:
    text = """
    texts: [no, on, Yes, True, NULL, 010, 1:30, 1_000, 0x1F, 0o17]
    more: [2026-11-20, .inf, -.INF, .nan, 1e, -, +, ., "1", 'null']
    numbers: [0, -0, 12, +3, -4, 1.5, -0.25, .5, 2., 1e3, 1.5E-2]
    nulls: [null, ~]
    empty:
    truths: [true, false]
    """
    data = parse_yaml(text, "f.yaml").data
    assert isinstance(data, dict)
    assert " ".join(data["texts"]) == "no on Yes True NULL 010 1:30 1_000 0x1F 0o17"
    assert " ".join(data["more"]) == "2026-11-20 .inf -.INF .nan 1e - + . 1 null"
    assert data["numbers"] == [0, 0, 12, 3, -4, 1.5, -0.25, 0.5, 2.0, 1000.0, 0.015]
    assert [type(number) for number in data["numbers"]] == [int] * 5 + [float] * 6
    assert data["nulls"] == [None, None]
    assert data["empty"] is None
    assert data["truths"] == [True, False]


def test_line_ends_and_byte_order_mark() -> None:
    source = parse_yaml(b"\xef\xbb\xbfa: 1\r\nb:\r  - x\n", "f.yaml")
    assert source.data == {"a": 1, "b": ["x"]}
    assert source.position(("b", 0)) == (3, 5)


def test_escapes_of_json_are_read_as_json_reads_them() -> None:
    said = {
        "woman \U0001f469 works": ['caf\u00e9 / \\ "x"', "\U0001f469\u200d\U0001f680\tline\nbreak"],
        "n": [1, None, True],
    }
    for indent in (None, 2):
        written = json.dumps(said, ensure_ascii=True, indent=indent).replace("/", "\\/")
        assert "\\ud83d\\udc69" in written
        assert parse_yaml(written, "f.json").data == said
    for lone in (r"\ud83d", r"\udc69\ud83d", r"\ud83dx\udc69"):
        assert "control character U+D" in refused(f'{{"a": "{lone}"}}')[0]


def test_text_blocks_keep_tabs_and_lines() -> None:
    assert parse_yaml("a: |\n  one\n  \ttwo\n", "f.yaml").data == {"a": "one\n\ttwo\n"}


def test_positions() -> None:
    source = parse_yaml("a:\n  - {b: 1, c: [x, y]}\n  - d\n", "f.yaml")
    assert source.position(()) == (1, 1)
    assert source.position(("a",), of="key") == (1, 1)
    assert source.position(("a", 0, "c")) == (2, 15)
    assert source.position(("a", 0, "c"), of="key") == (2, 12)
    assert source.position(("a", 0, "c", 1)) == (2, 19)
    assert source.position(("a", 1)) == (3, 5)
    assert source.position(("a", 0, "nothing", "below")) == (2, 5)
    assert source.position(("nothing",)) == (1, 1)


def test_problem_quotes_its_line() -> None:
    source = parse_yaml("when:\n  answer: senority\n", "q.yaml")
    problem = source.problem(
        "Q204", ("when", "answer"), 'unknown answer "senority"', 'did you mean "seniority"?'
    )
    assert problem.text() == 'q.yaml:2:11: Q204 unknown answer "senority"; did you mean "seniority"?'
    assert problem.block().splitlines()[1:] == ["     2 |   answer: senority", "       |           ^"]
    assert problem.as_dict() == {
        "file": "q.yaml",
        "line": 2,
        "column": 11,
        "code": "Q204",
        "severity": "error",
        "message": 'unknown answer "senority"',
        "hint": 'did you mean "seniority"?',
        "excerpt": "  answer: senority",
    }


def test_caret_stands_under_wide_characters_and_in_long_lines() -> None:
    problem = parse_yaml("漢字: {b: 1}\n", "f.yaml").problem("X", ("漢字", "b"), "m")
    assert problem.block().splitlines()[1:] == ["     1 | 漢字: {b: 1}", "       |           ^"]
    long = parse_yaml("a: {" + "x: y, " * 0 + f"k: {'v' * 300}, b: 1}}\n", "f.yaml")
    _, line, caret = long.problem("X", ("a", "b"), "m").block().splitlines()
    assert len(line) < 120
    assert line[caret.index("^")] == "1"


def test_messages_are_inert() -> None:
    problem = Problem("f.yaml", 1, 1, "X", "bad \x1b[31m\u202e\nthing", "hint\x00", None)
    assert problem.text() == "f.yaml:1:1: X bad [31m thing; hint"


FLOW_HINT = "put this text on its own line or in quotes"
COLON_HINT = 'put text with ": " in quotes; if this is a key, check its indentation'
LINE_UP_HINT = "check the indentation of this line and the quotes before it"
NUMBER_HINT = "put it in quotes if it is a name or a code"
SYNTAX_CASES: list[tuple[str, str | bytes, list[str]]] = [
    (codes.TOO_LARGE, "#" * (MOST_BYTES + 1), ["f.yaml: Y104 the file is larger than 1,048,576 bytes"]),
    (codes.TOO_LARGE, "é" * MOST_BYTES, ["f.yaml: Y104 the file is larger than 1,048,576 bytes"]),
    (
        codes.NOT_UTF8,
        b"a: 1\nb: caf\xe9\n",
        ["f.yaml:2:7: Y105 the file is not UTF-8 text (byte 0xE9); save it with the encoding UTF-8"],
    ),
    (
        codes.CONTROL_CHARACTER,
        "a: 1\nb: x\x00y\x1b\n",
        [
            "f.yaml:2:5: Y106 control character U+0000 in the file; remove it",
            "f.yaml:2:7: Y106 control character U+001B in the file; remove it",
        ],
    ),
    (codes.CONTROL_CHARACTER, 'a: "\\e[1m"', ["f.yaml:1:4: Y106 control character U+001B in this text"]),
    (codes.CONTROL_CHARACTER, 'a: "\\uD800"', ["f.yaml:1:4: Y106 control character U+D800 in this text"]),
    (
        codes.CONTROL_CHARACTER,
        "a: \ud800",
        ["f.yaml:1:4: Y106 control character U+D800 in the file; remove it"],
    ),
    (codes.EMPTY, "", ["f.yaml: Y107 the file is empty"]),
    (codes.EMPTY, " \n# nothing\n", ["f.yaml: Y107 the file is empty"]),
    (codes.EMPTY, "---\n", ["f.yaml: Y107 the file is empty"]),
    (
        codes.SYNTAX,
        "a: {ask: What is it?, who: y}\n",
        [
            (
                'f.yaml:1:20: Y110 expected "," or "}" after the "{" of line 1, column 4, found "?"; '
                "put this text on its own line or in quotes"
            ),
        ],
    ),
    (
        codes.SYNTAX,
        "a: b: c",
        [
            ('f.yaml:1:5: Y110 a ":" is not expected here; ' + COLON_HINT),
        ],
    ),
    (codes.SYNTAX, "a: 1\nb: 'x\nc: 2", ["f.yaml:2:4: Y110 the quote that opens here is never closed"]),
    (
        codes.SYNTAX,
        "a:\n  - [b, c\n",
        ['f.yaml:2:5: Y110 the "[" that opens here is never closed; ' + FLOW_HINT],
    ),
    (codes.SYNTAX, "a: @b", ['f.yaml:1:4: Y110 text cannot begin with "@"; put this text in quotes']),
    (
        codes.SYNTAX,
        "a: 1\nfoo\nb: 2\n",
        [
            (
                "f.yaml:2:1: Y110 this is neither a key with a colon nor part of the text above; "
                + LINE_UP_HINT
            ),
        ],
    ),
    (codes.SYNTAX, 'a: "\\UFFFFFFFF"', ["f.yaml:1:7: Y110 this is not valid YAML"]),
    (
        codes.TAB,
        "a:\n\t- b\n",
        ["f.yaml:2:1: Y111 a tab character cannot be used for indentation or spacing; use spaces"],
    ),
    (codes.ALIAS, "a: *b", ['f.yaml:1:4: Y112 alias "*b" is not accepted; put this text in quotes']),
    (codes.ANCHOR, "a: &b c", ['f.yaml:1:4: Y113 anchor "&b" is not accepted; put this text in quotes']),
    (
        codes.TAG,
        "a: !!str c",
        ['f.yaml:1:4: Y114 tags such as "!!str" are not accepted; put this text in quotes'],
    ),
    (
        codes.TAG,
        "a: !e!x c",
        ['f.yaml:1:4: Y114 tags such as "!e!x" are not accepted; put this text in quotes'],
    ),
    (
        codes.SEVERAL_DOCUMENTS,
        "a: 1\n---\nb: 2\n---\nc: 3\n",
        ["f.yaml:2:1: Y115 a second document begins here; keep one document in a file"],
    ),
    (
        codes.SEVERAL_DOCUMENTS,
        "---\n---\n",
        ["f.yaml:2:1: Y115 a second document begins here; keep one document in a file"],
    ),
    (codes.TOO_DEEP, "[" * 100_000, ["f.yaml:1:41: Y116 nested more than 40 levels deep"]),
    (codes.TOO_DEEP, "- " * 50_000, ["f.yaml:1:81: Y116 nested more than 40 levels deep"]),
    (
        codes.TOO_MANY_NODES,
        "- a\n" * 50_001,
        ["f.yaml:50000:3: Y117 more than 50,000 keys and values; split the file"],
    ),
    (
        codes.DUPLICATE_KEY,
        "a: 1\nb: 2\na: 3\n",
        ['f.yaml:3:1: Y118 key "a" appears twice; it is first used in line 1'],
    ),
    (
        codes.KEY_NOT_TEXT,
        "1: a\n",
        ['f.yaml:1:1: Y119 a key must be text, found "1"; put this text in quotes'],
    ),
    (
        codes.KEY_NOT_TEXT,
        "? [a, {b: c}]\n: d\n",
        ["f.yaml:1:3: Y119 a key must be text, found a list; put this text in quotes"],
    ),
    (
        codes.KEY_NOT_TEXT,
        "{true: a, ? : b}\n",
        [
            'f.yaml:1:2: Y119 a key must be text, found "true"; put this text on its own line or in quotes',
            "f.yaml:1:12: Y119 a key must be text, found nothing; put this text on its own line or in quotes",
        ],
    ),
    (
        codes.NUMBER_TOO_LARGE,
        "a: " + "9" * 31,
        [
            (
                f'f.yaml:1:4: Y120 number "{"9" * 31}" is too long or too large; '
                "put it in quotes if it is a name or a code"
            ),
        ],
    ),
    (
        codes.NUMBER_TOO_LARGE,
        "a: 1e999",
        ['f.yaml:1:4: Y120 number "1e999" is too long or too large; ' + NUMBER_HINT],
    ),
    (
        codes.DIRECTIVE,
        "# c\n%YAML 1.1\n---\na: 1\n",
        ['f.yaml:2:1: Y121 lines that begin with "%" (directives) are not accepted'],
    ),
]


@pytest.mark.parametrize(("code", "content", "expected"), SYNTAX_CASES)
def test_refused_text(code: str, content: str | bytes, expected: list[str]) -> None:
    assert refused(content) == expected
    assert all(f" {code} " in line for line in expected)


def test_all_problems_of_structure_are_told_together() -> None:
    found = refused("a: &x 1\nb: *x\nc: !t 3\na: 1\n2: x\nd: [1, 2\n")
    assert [line.split()[0] + line.split()[1] for line in found] == [
        "f.yaml:1:4:Y113",
        "f.yaml:2:4:Y112",
        "f.yaml:3:4:Y114",
        "f.yaml:4:1:Y118",
        "f.yaml:5:1:Y119",
        "f.yaml:6:4:Y110",
    ]


def test_long_lists_of_problems_are_cut() -> None:
    found = refused("a: 1\n" * 100)
    assert len(found) == 51
    assert found[-1] == "f.yaml: Y199 and 49 more"
    with pytest.raises(ContentError) as caught:
        parse_yaml("a: 1\n" * 100, "f.yaml")
    assert str(caught.value).splitlines() == found
    assert gathered(caught.value.problems) == caught.value.problems


def test_alias_bomb() -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    found = refused(bomb)
    assert found[0] == 'f.yaml:1:4: Y113 anchor "&a" is not accepted; put this text in quotes'
    assert found[-1] == "f.yaml: Y199 and 31 more"


LARGE = MOST_BYTES // 4
"""Characters: far beyond every other limit (50,000 keys and values, 40 levels) and read in a moment."""


@pytest.mark.parametrize(
    "text",
    [
        "a" * MOST_BYTES,
        "a\n" * (LARGE // 2),
        "\n" * LARGE,
        "[\n" * (LARGE // 2),
        "? " * (LARGE // 2),
        "- a\n" * (LARGE // 4),
        '"' + "a\n" * (LARGE // 2 - 1),
        "a: |\n" + "  b\n" * (LARGE // 4 - 2),
        ("- " + "[" * 39 + "]" * 39 + "\n") * (MOST_BYTES // 81),
        "{" + "a, " * (LARGE // 3 - 1),
        "a: " + "9" * (LARGE - 3),
        "x" + "\u0301\u0323" * (LARGE // 4 - 2),
        "%a\n" * (LARGE // 3),
    ],
    ids=str.__len__,
)
def test_the_largest_odd_texts_are_read_or_refused(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        parse_yaml(text, "f.yaml")
    except ContentError as error:
        problems = error.problems
    assert all(len(problem.block()) < 2000 for problem in problems)


def test_source_is_plain_to_make() -> None:
    assert isinstance(parse_yaml("a: 1", "f.yaml"), YamlFile)
