"""Bad files for the codes of what questions need and can reach, with everything that is found in each."""

from lint_examples import INTERVIEW, Bad

BAD_QUESTIONS = (
    Bad(
        "Q209",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          any:\n"
        "            - {answer: place, answered: true}\n"
        "            - {answer: place, answered: false}\n"
        "rules",
        [
            (
                "interview.yaml:78:9: Q209 `when` is always true; remove the condition, or correct what it "
                "compares"
            ),
        ],
    ),
    Bad(
        "Q210",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          all:\n"
        "            - {answer: level, is: junior}\n"
        "            - {answer: level, is: senior}\n"
        "rules",
        [
            (
                'interview.yaml:78:9: Q210 `when` is never true, so question "remark" is never shown; no answers '
                "to the questions before it make it true"
            ),
        ],
    ),
    Bad(
        "Q210",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          all:\n"
        "            - {answer: split.fit, at_least: 60}\n"
        "            - {answer: split.weld, at_least: 50}\n"
        "rules",
        [
            (
                'interview.yaml:78:9: Q210 `when` is never true, so question "remark" is never shown; no answers '
                "to the questions before it make it true"
            ),
        ],
    ),
    Bad(
        "Q210",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          all:\n"
        "            - {answer: place, includes: onsite}\n"
        "            - {answer: place, includes: nowhere}\n"
        "rules",
        [
            (
                'interview.yaml:78:9: Q210 `when` is never true, so question "remark" is never shown; no answers '
                "to the questions before it make it true"
            ),
        ],
    ),
    Bad(
        "Q210",
        INTERVIEW,
        "rules:\n",
        "  - id: last\n"
        "    title: At last\n"
        "    when: {answer: years, at_least: 61}\n"
        "    questions:\n"
        "      - {id: words, kind: text, ask: Why so, plainly: Why, why: To know., moves: Not scored.}\n"
        "rules:\n",
        [
            (
                "interview.yaml:83:5: Q210 `when` is never true, so this section is never shown; no answers to "
                "the questions before it make it true"
            ),
        ],
    ),
    Bad(
        "Q210",
        INTERVIEW,
        "label: I did",
        "label: I did\n            when: {answer: years, at_most: -1}",
        [
            (
                "interview.yaml:53:13: Q210 `when` is never true, so this option is never shown; no answers to "
                "the questions before it make it true"
            ),
        ],
    ),
    Bad(
        "Q211",
        INTERVIEW,
        "rules:\n",
        "  - id: last\n"
        "    title: At last\n"
        "    questions:\n"
        "      - id: words\n"
        "        kind: text\n"
        "        ask: Why so?\n"
        "        plainly: Why?\n"
        "        why: To know.\n"
        "        moves: It is not scored.\n"
        "        when: {answer: level, is: junior}\n"
        "rules:\n",
        [
            (
                'interview.yaml:83:5: Q211 section "last" can end up without questions; give the section itself a'
                " `when`, or one question without"
            ),
        ],
    ),
    Bad(
        "Q212",
        INTERVIEW,
        "label: I did",
        "label: I did\n            exclusive: true",
        [
            (
                'interview.yaml:53:13: Q212 option "senior" is exclusive, but of a choice only one can be chosen;'
                " remove `exclusive`"
            ),
        ],
    ),
    Bad(
        "Q212",
        INTERVIEW,
        "label: On site",
        "label: On site\n            exclusive: true",
        [
            (
                "interview.yaml:65:13: Q212 every option is exclusive, so this is a choice of one; write `kind: "
                "choice`"
            ),
        ],
    ),
    Bad(
        "Q213",
        INTERVIEW,
        "label: None of these",
        "label: on SITE",
        [
            (
                'interview.yaml:67:20: Q213 "on SITE" also means the option of "On site"; typed text could mean '
                "either"
            ),
        ],
    ),
    Bad(
        "Q213",
        INTERVIEW,
        "label: None of these",
        "label: On site with others",
        [
            (
                'interview.yaml:64:20: Q213 "On site" is also how "On site with others" begins; typed text could '
                "mean either"
            ),
        ],
    ),
    Bad(
        "Q214",
        INTERVIEW,
        "label: I did",
        "label: " + "very " * 30 + "long",
        [
            "interview.yaml:52:20: Q214 this label is 154 columns wide; the limit is 140; say it shorter",
        ],
    ),
    Bad(
        "Q214",
        INTERVIEW,
        "ask: Who decided?",
        "ask: " + "Who really " * 30 + "decided?",
        [
            (
                "interview.yaml:43:14: Q214 this question has 338 characters; the limit is 300; say it shorter, "
                "or move a part to `help`"
            ),
        ],
    ),
    Bad(
        "Q215",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          none:\n            - {answer: place, includes: onsite}\nrules",
        [
            (
                'interview.yaml:80:24: Q215 this goes unknown when the optional question "place" is skipped; add '
                "`answer: place` with `answered: false` beside it, if skipping should count as not"
            ),
        ],
    ),
    Bad(
        "Q216",
        INTERVIEW,
        "rules:\n",
        "  - id: last\n"
        "    title: At last\n"
        "    questions:\n"
        "      - id: mix\n"
        "        kind: grid\n"
        "        ask: Which?\n"
        "        plainly: Which one?\n"
        "        why: To know.\n"
        "        moves: It moves nothing.\n"
        "        rows:\n"
        "          - {id: one, label: One}\n"
        "          - {id: two, label: Two, options: [{id: a, label: A, plainly: A}]}\n"
        "rules:\n",
        [
            'interview.yaml:91:18: Q216 row "one" has no options; give the row or the question `options`',
        ],
    ),
    Bad(
        "Q216",
        INTERVIEW,
        "        for_each: task\n        options_from: ladder",
        "        options_from: ladder",
        [
            (
                "interview.yaml:28:9: Q216 a ladder belongs to a task, but this question is about none; add "
                "`for_each: task`"
            ),
            "interview.yaml:29:14: Q223 nothing fills {task} in `ask` here; add `for_each`, or write the name out",
            (
                'interview.yaml:35:23: Q204 "split.@item" needs a question or rule asked for each item; known are'
                " split.fit, split.weld, split.@largest, split.@spread and split.@outside"
            ),
            'interview.yaml:85:15: Q204 "depth.@item" needs a question or rule asked for each item',
            'strategies/general.yaml:7:14: S504 unknown answer "depth.weld" in trigger',
        ],
    ),
    Bad(
        "Q217",
        INTERVIEW,
        "odds: {junior: 0.4, senior: 0.6}",
        "odds: {junior: 0.4, senior: 0.5}",
        [
            "interview.yaml:54:9: Q217 the odds add up to 0.9, not 1; change one of them",
        ],
    ),
    Bad(
        "Q217",
        INTERVIEW,
        "odds: {junior: 0.4, senior: 0.6}",
        "odds: {junior: 0.4, senoir: 0.6}",
        [
            'interview.yaml:54:29: Q217 odds name an unknown option "senoir"; did you mean "senior"?',
        ],
    ),
    Bad(
        "Q217",
        INTERVIEW,
        "odds: {onsite: 0.5, nowhere: 0.2}",
        "odds: {onsite: 1.5, nowhere: 0.2}",
        [
            'interview.yaml:70:24: Q217 the odds of "onsite" are 1.5; a probability lies between 0 and 1',
        ],
    ),
    Bad(
        "Q219",
        INTERVIEW,
        "          - id: onsite\n",
        "".join(
            f"          - {{id: o{n}, label: Option {n} of them, plainly: Option {n}}}\n" for n in range(25)
        )
        + "          - id: onsite\n",
        [
            "interview.yaml:62:9: Q219 27 options are more than there are letters; keep to 26",
        ],
    ),
    Bad(
        "Q221",
        INTERVIEW,
        "id: level\n        kind: choice",
        "id: level\n        kind: multi",
        [
            (
                'interview.yaml:42:15: Q221 "level" is read as a choice, but is a multi; give the question '
                "another id"
            ),
        ],
    ),
    Bad(
        "Q220",
        INTERVIEW,
        "          answer: place\n          includes: onsite\nrules",
        "          {answer: split.@largest, at_most: 5}\nrules",
        [
            (
                'interview.yaml:71:13: Q220 no guided walk was asked "remark"; check its `when` and the questions'
                " it looks at"
            ),
        ],
    ),
    Bad(
        "Q225",
        INTERVIEW,
        "        odds: {onsite: 0.5, nowhere: 0.2}\n",
        "",
        [
            (
                'interview.yaml:55:13: Q225 "place" moves the index, and every answer to it is taken as equally '
                "likely; give it `odds`"
            ),
        ],
    ),
    Bad(
        "Q226",
        INTERVIEW,
        "Who decided?\n        plainly: In plainer words.\n",
        "Who decided?\n",
        [
            'interview.yaml:41:13: Q226 no plainer words in "level" for the question; give each a `plainly`',
        ],
    ),
    Bad(
        "Q226",
        INTERVIEW,
        "On site\n            plainly: In plainer words.\n",
        "On site\n",
        [
            'interview.yaml:55:13: Q226 no plainer words in "place" for "onsite"; give each a `plainly`',
        ],
    ),
)
