"""Bad files for the codes of names and references, with everything that is found in each."""

from lint_examples import INTERVIEW, ROLE, Bad

BAD_REFERENCES = (
    Bad(
        "Q201",
        INTERVIEW,
        "id: remark",
        "id: place",
        [
            'interview.yaml:71:13: Q201 question id "place" is used twice; it is first used in line 55',
        ],
    ),
    Bad(
        "Q201",
        INTERVIEW,
        "id: place-onsite",
        "id: depth-follows",
        [
            'interview.yaml:91:9: Q201 rule id "depth-follows" is used twice; it is first used in line 82',
        ],
    ),
    Bad(
        "Q201",
        INTERVIEW,
        "- id: senior\n",
        "- id: junior\n",
        [
            'interview.yaml:51:17: Q201 option id "junior" is used twice; it is first used in line 48',
            (
                'interview.yaml:51:17: Q213 "junior" also means the option of "junior"; typed text could mean '
                "either"
            ),
            'interview.yaml:54:29: Q217 odds name an unknown option "senior"; did you mean "junior"?',
            'roles/welder.yaml:74:5: P409 the question "level" has no option "senior"; did you mean "junior"?',
        ],
    ),
    Bad(
        "Q201",
        ROLE,
        "scenarios:\n",
        "scenarios:\n  - {id: robots, title: T, assumptions: A, horizon: H, moves: [growth: 1], watch: W}\n",
        [
            'roles/welder.yaml:86:9: Q201 scenario id "robots" is used twice; it is first used in line 85',
        ],
    ),
    Bad(
        "Q202",
        INTERVIEW,
        "moves: It moves nothing.",
        "moves: It sets your age.",
        [
            (
                'interview.yaml:11:13: Q202 nothing reads the answer to "years"; say in `moves` that it moves '
                "nothing, or give it a rule"
            ),
        ],
    ),
    Bad(
        "Q227",
        INTERVIEW,
        "        ask: Who decided?\n",
        "        ask: Who decided?\n        short: Place\n",
        [
            (
                'interview.yaml:56:13: Q227 question "level" is called "place" too; typed text could mean either: give '
                "one another `short`"
            ),
        ],
    ),
    Bad(
        "Q203",
        INTERVIEW,
        "label: I did",
        "label: Not sure",
        [
            'interview.yaml:52:20: Q203 "Not sure" is a command; choose another word',
        ],
    ),
    Bad(
        "Q203",
        INTERVIEW,
        "id: onsite\n",
        "id: not_sure\n",
        [
            'interview.yaml:63:17: Q203 "not_sure" is a command; choose another word',
            'interview.yaml:70:16: Q217 odds name an unknown option "onsite"; known are not_sure and nowhere',
            'interview.yaml:80:21: Q206 "place" has no option "onsite"; known are not_sure and nowhere',
            'interview.yaml:95:17: Q206 "place" has no option "onsite"; known are not_sure and nowhere',
        ],
    ),
    Bad(
        "Q203",
        ROLE,
        "aliases: [seams]",
        "aliases: [seams, Back]",
        [
            'roles/welder.yaml:42:22: Q203 "Back" is a command; choose another word',
        ],
    ),
    Bad(
        "Q203",
        ROLE,
        "id: weld\n",
        "id: other\n",
        [
            'roles/welder.yaml:34:9: Q203 "other" is a word with a meaning of its own; choose another word',
            'roles/welder.yaml:90:22: S501 unknown task "weld" in task; known are fit and other',
            (
                'strategies/general.yaml:7:14: S504 unknown answer "depth.weld" in trigger; known are fit and '
                "other"
            ),
            'strategies/general.yaml:8:18: S504 unknown task "weld" in when; known are fit and other',
            'strategies/general.yaml:10:22: S501 unknown task "weld" in task; known are fit and other',
        ],
    ),
    Bad(
        "Q204",
        INTERVIEW,
        "answer: place\n          includes: onsite\nrules",
        "answer: plaec\n          includes: onsite\nrules",
        [
            (
                'interview.yaml:79:19: Q204 unknown answer "plaec" in when; did you mean "place"? (answers before'
                " this question: years, split, depth, level, place)"
            ),
        ],
    ),
    Bad(
        "Q204",
        INTERVIEW,
        "answer: split.@item\n              is: 0",
        "answer: split.wled\n              is: 0",
        [
            'interview.yaml:36:23: Q204 unknown answer "split.wled" in when; did you mean "split.weld"?',
        ],
    ),
    Bad(
        "Q204",
        INTERVIEW,
        "answer: place\n          includes: onsite\nrules",
        "answer: depth.@item\n          is: follows\nrules",
        [
            (
                'interview.yaml:79:19: Q204 "depth.@item" needs a question or rule asked for each item; known are'
                " depth.fit and depth.weld"
            ),
        ],
    ),
    Bad(
        "Q204",
        INTERVIEW,
        "      - id: level\n",
        "      - id: level\n        about: [years, splti]\n",
        [
            'interview.yaml:42:24: Q204 unknown question "splti" in about; did you mean "split"?',
        ],
    ),
    Bad(
        "Q204",
        INTERVIEW,
        "    cause: place",
        "    cause: palce",
        [
            'interview.yaml:92:12: Q204 unknown question "palce" in cause; did you mean "place"?',
        ],
    ),
    Bad(
        "Q205",
        INTERVIEW,
        "        moves: It sets what is expected.",
        "        moves: It sets what is expected.\n"
        "        when:\n"
        "          answer: place\n"
        "          includes: onsite",
        [
            (
                'interview.yaml:48:19: Q205 "place" is not asked before this question; answers before this '
                "question: years, split, depth"
            ),
        ],
    ),
    Bad(
        "Q206",
        INTERVIEW,
        "is: follows",
        "is: folows",
        [
            'interview.yaml:87:11: Q206 "depth.@item" has no option "folows"; did you mean "follows"?',
        ],
    ),
    Bad(
        "Q206",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          answer: level\n          in: [junior, senoir]\nrules",
        [
            'interview.yaml:80:24: Q206 "level" has no option "senoir"; did you mean "senior"?',
        ],
    ),
    Bad(
        "Q207",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          answer: level\n          at_least: 2\nrules",
        [
            (
                'interview.yaml:80:11: Q207 `at_least` cannot test "level", which is a choice; use `is`, `in`, '
                "`includes`, `answered` or `not_sure`"
            ),
        ],
    ),
    Bad(
        "Q207",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          zone: personal\n          is: Green\nrules",
        [
            "interview.yaml:79:11: Q207 `zone` cannot be used here; use `answer` or `role`",
        ],
    ),
    Bad(
        "Q208",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          all: []\nrules",
        [
            "interview.yaml:79:11: Q208 `all` is empty; remove it, or say what it holds",
        ],
    ),
)
