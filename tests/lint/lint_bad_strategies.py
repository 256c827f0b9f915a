"""Bad files for the codes of strategies, with everything that is found in each."""

from lint_examples import ROLE, STRATEGIES, Bad

BAD_STRATEGIES = (
    Bad(
        "S501",
        STRATEGIES,
        "rung: {task: weld, to: adapts}",
        "rung: {task: wled, to: adapts}",
        [
            'strategies/general.yaml:10:22: S501 unknown task "wled" in task; did you mean "weld"?',
        ],
    ),
    Bad(
        "S501",
        STRATEGIES,
        "rung: {task: weld, to: adapts}",
        "share: {from: weld, to: weld, points: 5}",
        [
            'strategies/general.yaml:10:33: S501 this moves time from "weld" to itself; name another task',
        ],
    ),
    Bad(
        "S501",
        STRATEGIES,
        "rung: {task: weld, to: adapts}",
        "share: {from: larger, to: fit, points: 5}",
        [
            (
                "strategies/general.yaml:10:16: S501 `larger` needs the tasks to choose from; write `larger` and "
                "`among` together"
            ),
        ],
    ),
    Bad(
        "S501",
        ROLE,
        "role: {task: weld, score: 4}",
        "role: {task: paint, score: 4}",
        [
            'roles/welder.yaml:90:22: S501 unknown task "paint" in task; known are fit and weld',
        ],
    ),
    Bad(
        "S502",
        STRATEGIES,
        "when: {rung: weld, in: [follows]}",
        "when: {share: weld, at_least: 101}",
        [
            (
                'strategies/general.yaml:8:5: S502 strategy "bend" applies to none of 60 golden people; check its'
                " `when`"
            ),
        ],
    ),
    Bad(
        "S503",
        STRATEGIES,
        "to: adapts}",
        "to: follows}",
        [
            (
                'strategies/general.yaml:9:5: S503 strategy "bend" gains nothing for any of 35 golden people it '
                "applies to; check its moves"
            ),
        ],
    ),
    Bad(
        "S503",
        STRATEGIES,
        "when: {rung: weld, in: [follows]}\n    moves:\n      - rung: {task: weld, to: adapts}",
        "when: {rung: weld, in: [adapts]}\n    moves:\n      - rung: {task: weld, to: follows}",
        [
            (
                'strategies/general.yaml:9:5: S503 strategy "bend" lowers the index of 20 golden people, by 13.1 '
                'for "made-up person 37"; narrow its `when`, or leave a move out with `if_gain`'
            ),
        ],
    ),
    Bad(
        "S504",
        STRATEGIES,
        "trigger: depth.weld",
        "trigger: depht.weld",
        [
            'strategies/general.yaml:7:14: S504 unknown question "depht" in trigger; did you mean "depth"?',
        ],
    ),
    Bad(
        "S504",
        STRATEGIES,
        "when: {rung: weld, in: [follows]}",
        "when: {rung: weld, in: [folows]}",
        [
            'strategies/general.yaml:8:29: S504 "rung: weld" has no option "folows"; did you mean "follows"?',
        ],
    ),
    Bad(
        "S504",
        STRATEGIES,
        "when: {rung: weld, in: [follows]}",
        "when: {answer: level, is: senoir}",
        [
            'strategies/general.yaml:8:31: S504 "level" has no option "senoir"; did you mean "senior"?',
        ],
    ),
    Bad(
        "S504",
        STRATEGIES,
        "when: {rung: weld, in: [follows]}",
        "when: {dimension: wage, at_most: 1}",
        [
            'strategies/general.yaml:8:23: S504 unknown dimension "wage" in when; did you mean "wages"?',
        ],
    ),
)
