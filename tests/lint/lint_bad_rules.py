"""Bad files for the codes of rules, with everything that is found in each."""

from lint_examples import INTERVIEW, Bad

BAD_RULES = (
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
                'interview.yaml:93:5: R301 rule "place-onsite" can never fire; no answers to the questions before'
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
                'interview.yaml:103:23: R302 questions "place" and "level" both set the barrier "physical"; one '
                'question sets one barrier; "place" does in line 97'
            ),
        ],
    ),
    Bad(
        "R302",
        INTERVIEW,
        "  - id: place-onsite\n",
        "  - id: senior\n"
        "    cause: level\n"
        "    when: {answer: level, is: senior}\n"
        "    then: {barriers: {physical: 2}}\n"
        "    why: Ours.\n"
        "  - id: place-onsite\n",
        [
            (
                'interview.yaml:102:18: R302 questions "level" and "place" both set the barrier "physical"; one '
                'question sets one barrier; "level" does in line 94'
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
                'interview.yaml:90:10: R304 rule "depth-follows" moves the index without saying whose judgement '
                'it is; name a source, or say in `why` that it is "ours"'
            ),
        ],
    ),
    Bad(
        "R305",
        INTERVIEW,
        "barriers: {physical: 2}",
        "involvement: augmented",
        [
            (
                'interview.yaml:97:7: R305 `involvement` is an effect on a task, but rule "place-onsite" is about'
                " no task; add `for_each: task`"
            ),
        ],
    ),
    Bad(
        "R309",
        INTERVIEW,
        "      answer: place\n      includes: onsite\n    then",
        "      all: [{answer: place, includes: onsite}, {answer: level, is: senior}]\n    then",
        [
            (
                'interview.yaml:93:5: R309 no single answer to "place" makes rule "place-onsite" set its barrier; '
                "let `when` look at options of that question, and of others only whether they are answered"
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
                'interview.yaml:95:7: R306 `is` cannot test "remark", which is a text answer; use `answered` or '
                "`not_sure`"
            ),
        ],
    ),
    Bad(
        "R307",
        INTERVIEW,
        "      barriers: {physical: 2}\n    why: Seen in studies.\n    sources: [study]",
        "      barriers: {physical: 2}\n"
        "    why: Seen in studies.\n"
        "    sources: [study]\n"
        "  - id: low\n"
        "    cause: depth\n"
        "    for_each: task\n"
        "    when: {answer: depth.@item, in: [follows, adapts]}\n"
        "    then: {score_at_least: 1}\n"
        "    why: Ours.\n"
        "  - id: high\n"
        "    cause: depth\n"
        "    for_each: task\n"
        "    when: {answer: depth.@item, in: [adapts, originates]}\n"
        "    then: {score_at_least: 1, part: 0.5}\n"
        "    why: Ours.",
        [
            (
                'interview.yaml:110:12: R307 rules "low" and "high" can fire together and differ on '
                "`score_at_least`; only the later one counts, not that of line 104; let their conditions exclude each "
                "other"
            ),
        ],
    ),
    Bad(
        "R308",
        INTERVIEW,
        "    when:\n      answer: place\n      includes: onsite",
        "    when: {answer: split.@largest, at_most: 5}",
        [
            'interview.yaml:91:9: R308 rule "place-onsite" fired on no guided walk; check its `when`',
            (
                'interview.yaml:93:5: R309 no single answer to "place" makes rule "place-onsite" set its barrier; '
                "let `when` look at options of that question, and of others only whether they are answered"
            ),
        ],
    ),
)
