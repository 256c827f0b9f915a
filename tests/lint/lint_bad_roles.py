"""Bad files for the codes of roles, sources and the landscape, with everything that is found in each."""

from lint_examples import INTERVIEW, ROLE, Bad

BAD_ROLES = (
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
                "roles/welder.yaml:70:39: P417 the quick screen says growth 0, the figures of this file come to 1; "
                "correct one of them, or leave it out"
            ),
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
                'interview.yaml:101:43: P407 source "study" was read more than 2 years ago; read it again and set '
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
        "P415",
        ROLE,
        "codes: []",
        "pack: welding",
        [
            (
                "roles/welder.yaml:13:7: P415 there is no pack 'welding'; "
                "known are ai, care, creative, office, service, software, teaching and trades"
            ),
        ],
    ),
    Bad(
        "P418",
        ROLE,
        "why: Every part differs.",
        "group: hand",
        [
            (
                "roles/welder.yaml:26:12: P418 there is no kind of activity 'hand'; known are research, check, plan, "
                "create, software, write, records, coordinate, advise, teach, lead, care, serve, hands, operate, "
                "repair and other"
            )
        ],
    ),
    Bad(
        "P417",
        ROLE,
        "quick_screen: {protective: 4,",
        "quick_screen: {protective: 5,",
        [
            (
                "roles/welder.yaml:70:28: P417 the quick screen says protective 5, the figures of this file come to 4; "
                "correct one of them, or leave it out"
            ),
        ],
    ),
    Bad(
        "P417",
        ROLE,
        "history: []",
        "history: [{version: 2026-11-20, index: 39.4, what: First.}]",
        [
            (
                "roles/welder.yaml:97:40: P417 the history says 39.4 for this version, the file comes to 40.4; "
                "correct it, or leave the history out"
            ),
        ],
    ),
    Bad(
        "P416",
        INTERVIEW,
        "barriers: {physical: 2}",
        "barriers: {physical: 1}",
        [
            (
                "roles/welder.yaml:58:1: P416 typical answers do not return the role: no answer to `place` gives "
                "physical 2; add an option to the pack, correct the figure, or name the answer in `typical`"
            ),
        ],
    ),
    Bad(
        "Q224",
        ROLE,
        "codes: []",
        "questions: [{id: level, kind: multi}]",
        [
            (
                "roles/welder.yaml:13:18: Q224 'level' changes `kind` from choice to multi; see interview.yaml:41; "
                "give the question an id of its own"
            ),
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
)
