"""Bad files for the codes of what is written and nothing would read, with everything that is found in each."""

from lint_examples import INTERVIEW, STRATEGIES, Bad

GRID = """\
  - id: last
    title: At last
    questions:
      - id: mix
        kind: grid
        ask: Which?
        plainly: Which one?
        why: To know.
        moves: It moves nothing.
        rows:
          - id: one
            label: One
            options:
              - {id: a, label: First, plainly: The first, when: {answer: level, is: junior}}
              - {id: b, label: Second, plainly: The second, reopen: [years]}
rules:
"""

SHARED = """\
  - id: last
    title: At last
    questions:
      - id: mix
        kind: grid
        ask: Which?
        plainly: Which one?
        why: To know.
        moves: It moves nothing.
        rows_from: task
        options:
          - {id: a, label: First, plainly: The first}
          - {id: b, label: Second, plainly: The second, when: {answer: level, is: junior}}
rules:
"""

BAD_IGNORED = (
    Bad(
        "Q222",
        INTERVIEW,
        "rules:\n",
        GRID,
        [
            (
                'interview.yaml:94:59: Q222 option "a" has a `when`, but a grid always shows all its options; put '
                "the `when` on the question"
            ),
            (
                'interview.yaml:95:61: Q222 option "b" has a `reopen`, which is only read in a choice; put the '
                "`reopen` on the question"
            ),
        ],
    ),
    Bad(
        "Q222",
        INTERVIEW,
        "rules:\n",
        SHARED,
        [
            (
                'interview.yaml:93:57: Q222 option "b" has a `when`, but a grid always shows all its options; put '
                "the `when` on the question"
            ),
        ],
    ),
    Bad(
        "Q223",
        INTERVIEW,
        "ask: Which took most of your {task} time?",
        "ask: Which took most of your {taks} time?",
        ['interview.yaml:30:14: Q223 nothing fills {taks} in `ask` here; did you mean "task"?'],
    ),
    Bad(
        "Q223",
        INTERVIEW,
        "ask: How was your time divided?",
        "ask: How was your {share} divided, at {level}?",
        [
            'interview.yaml:21:14: Q223 nothing fills {level} in `ask` here; ask "level" earlier',
            (
                "interview.yaml:21:14: Q223 nothing fills {share} in `ask` here; it stands for the points of a split "
                "with `part_of`"
            ),
        ],
    ),
    Bad(
        "Q223",
        INTERVIEW,
        "moves: It sets this task's score.",
        "moves: It sets the score of {task}.",
        ["interview.yaml:33:16: Q223 nothing fills {task} in `moves` here; write it out"],
    ),
    Bad(
        "S505",
        STRATEGIES,
        "because: You weld straight seams.",
        "because: You weld straight seams, {share} % of your week on {tsak}.",
        ['strategies/general.yaml:6:14: S505 nothing fills {tsak} in `because`; did you mean "task"?'],
    ),
)
