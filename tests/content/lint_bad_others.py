"""Bad files for the codes of rules, roles and strategies, with everything that is found in each."""

from lint_examples import INTERVIEW, ROLE, STRATEGIES, Bad

BAD_OTHERS = (
    Bad(
        "R301",
        INTERVIEW,
        "    when:\n      answer: place\n      includes: onsite",
        "    when:\n"
        "      all:\n"
        "        - {answer: place, includes: onsite}\n"
        "        - {answer: place, answered: false}",
        [
            (
                'interview.yaml:82:5: R301 rule "place-onsite" can never fire; no answers to the questions before'
                " it make it true"
            ),
        ],
    ),
    Bad(
        "R302",
        INTERVIEW,
        "    sources: [study]\nsources",
        "    sources: [study]\n"
        "  - id: senior\n"
        "    cause: level\n"
        "    when: {answer: level, is: senior}\n"
        "    then: {barriers: {physical: 2}}\n"
        "    why: Ours.\n"
        "sources",
        [
            (
                'interview.yaml:92:23: R302 questions "place" and "level" both set the barrier "physical"; one '
                "question sets one barrier"
            ),
        ],
    ),
    Bad(
        "R304",
        INTERVIEW,
        "why: The step is ours.",
        "why: It is so.",
        [
            (
                'interview.yaml:79:10: R304 rule "depth-follows" moves the index without saying whose judgement '
                'it is; name a source, or say in `why` that it is "ours"'
            ),
        ],
    ),
    Bad(
        "R305",
        INTERVIEW,
        "barriers: {physical: 1}",
        "involvement: augmented",
        [
            (
                'interview.yaml:86:7: R305 `involvement` is an effect on a task, but rule "place-onsite" is about'
                " no task; add `for_each: task`"
            ),
        ],
    ),
    Bad(
        "R306",
        INTERVIEW,
        "      answer: place\n      includes: onsite\n    then",
        "      answer: remark\n      is: nothing\n    then",
        [
            (
                'interview.yaml:84:7: R306 `is` cannot test "remark", which is a text answer; use `answered` or '
                "`not_sure`"
            ),
        ],
    ),
    Bad(
        "R307",
        INTERVIEW,
        "      barriers: {physical: 1}\n    why: Seen in studies.\n    sources: [study]",
        "      barriers: {physical: 1}\n"
        "    why: Seen in studies.\n"
        "    sources: [study]\n"
        "  - id: low\n"
        "    cause: depth\n"
        "    for_each: task\n"
        "    when: {answer: depth.@item, in: [follows, adapts]}\n"
        "    then: {score_at_least: 2}\n"
        "    why: Ours.\n"
        "  - id: high\n"
        "    cause: depth\n"
        "    for_each: task\n"
        "    when: {answer: depth.@item, in: [adapts, originates]}\n"
        "    then: {score_at_least: 3}\n"
        "    why: Ours.",
        [
            (
                'interview.yaml:99:12: R307 rules "low" and "high" can fire together and differ on '
                "`score_at_least`; only the later one counts; let their conditions exclude each other"
            ),
        ],
    ),
    Bad(
        "P401",
        ROLE,
        "share: 60",
        "share: 50",
        [
            "roles/welder.yaml:16:1: P401 task shares add up to 90, not 100; change a share",
        ],
    ),
    Bad(
        "P402",
        ROLE,
        "id: weld\n",
        "id: fit\n",
        [
            "roles/welder.yaml:16:1: P402 task id 'fit' is used twice; give each task an id of its own",
            'roles/welder.yaml:90:22: S501 unknown task "weld" in task; known are fit and fit',
            'strategies/general.yaml:7:14: S504 unknown answer "depth.weld" in trigger; known are fit',
            'strategies/general.yaml:8:18: S504 unknown task "weld" in when; known are fit',
            'strategies/general.yaml:10:22: S501 unknown task "weld" in task; known are fit',
        ],
    ),
    Bad(
        "P403",
        ROLE,
        "score: 0, as_of",
        "score: 1, as_of",
        [
            (
                "roles/welder.yaml:98:39: P403 expects index 40.4, but the method computes 42.8 from this file; "
                "correct the figure that was mistyped, or the expectation"
            ),
        ],
    ),
    Bad(
        "P405",
        ROLE,
        "sources: [page]\n",
        "sources: []\n",
        [
            'roles/welder.yaml:96:10: P405 source "page" is not used; remove it, or name it where it is used',
        ],
    ),
    Bad(
        "P406",
        ROLE,
        "sources: [page]\n",
        "sources: [page, paeg]\n",
        [
            'roles/welder.yaml:27:21: P406 unknown source "paeg"; did you mean "page"?',
        ],
    ),
    Bad(
        "P407",
        INTERVIEW,
        "accessed: 2026-01-31",
        "accessed: 2024-11-21",
        [
            (
                'interview.yaml:90:43: P407 source "study" was read more than 2 years ago; read it again and set '
                "the date"
            ),
        ],
    ),
    Bad(
        "P408",
        ROLE,
        "review_by: 2027-05-20",
        "review_by: 2026-11-21",
        [
            (
                "roles/welder.yaml:8:12: P408 this was to be reviewed by 2026-11-21; check the content and set a "
                "new date"
            ),
        ],
    ),
    Bad(
        "P409",
        ROLE,
        "senior: {fit: 1}",
        "senior: {fti: 1}",
        [
            'roles/welder.yaml:74:14: P409 unknown task "fti" in shifts; did you mean "fit"?',
        ],
    ),
    Bad(
        "P409",
        ROLE,
        "senior: {fit: 1}",
        "senoir: {fit: 1}",
        [
            'roles/welder.yaml:74:5: P409 the question "level" has no option "senoir"; did you mean "senior"?',
        ],
    ),
    Bad(
        "P409",
        ROLE,
        "made_of: [fit]",
        "made_of: [glue]",
        [
            'roles/welder.yaml:93:55: P409 unknown task "glue" in made_of; known are fit and weld',
        ],
    ),
    Bad(
        "P410",
        ROLE,
        "aliases: [seams]",
        "aliases: [Fitting up]",
        [
            (
                'roles/welder.yaml:42:15: P410 "Fitting up" names both task "fit" and task "weld"; leave it to '
                "one of them"
            ),
        ],
    ),
    Bad(
        "P411",
        ROLE,
        "{title: Fitter,",
        "{title: Fiter,",
        [
            'roles/welder.yaml:93:13: P411 the landscape has no role "Fiter"; did you mean "Fitter"?',
        ],
    ),
    Bad(
        "P412",
        ROLE,
        "made_of: [fit]",
        "domains: [health]",
        [
            'roles/welder.yaml:93:55: P412 unknown domain "health"',
        ],
    ),
    Bad(
        "P413",
        INTERVIEW,
        "review_by: 2027-05-22",
        "review_by: 2027-02-30",
        [
            'interview.yaml:2:12: P413 there is no date "2027-02-30"; write it as YYYY-MM-DD',
        ],
    ),
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
                'strategies/general.yaml:9:5: S503 strategy "bend" lowers the index of 22 golden people, by 13.1 '
                'for "made-up person 44"; narrow its `when`, or leave a move out with `if_gain`'
            ),
        ],
    ),
    Bad(
        "R308",
        INTERVIEW,
        "    when:\n      answer: place\n      includes: onsite",
        "    when: {answer: split.@largest, at_most: 5}",
        [
            'interview.yaml:80:9: R308 rule "place-onsite" fired on no guided walk; check its `when`',
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
