"""The help that users read: for each command what it does, and examples after its options.

They are no docstrings, because `python -OO` removes those. Typer does not wrap the lines of a
paragraph that begins with a backspace; these have at most 38 characters, to fit in 40 columns.
"""

PROGRAM = """
Look up milestones in the development of the Hong Kong-Shenzhen Innovation and Technology Park
in the Loop, 2017 to 2023.

The text of each milestone is quoted from the source; the titles are loopline's own.
"""
PROGRAM_EXAMPLES = """
\b
Examples:
  loopline year 2021
  loopline show 6 Sep 2021
  loopline search legco funding
  loopline between Jun 2021 Dec 2021
  loopline search --help
"""

LIST = """
List all milestones, or those of a period.
"""
LIST_EXAMPLES = """
\b
Examples:
  loopline list
  loopline list --reverse --limit 3
  loopline list --since 2022 -f md
"""

SHOW = """
Show the full text of the milestones of a day, a month or a year.

In a terminal the text is wrapped; copy from -f plain to have each paragraph on one line.
"""
SHOW_EXAMPLES = """
\b
Examples:
  loopline show 2021-09-06
  loopline show Sep 2021 2022
  loopline show latest
"""

YEAR = """
List the milestones of a year, or count those of every year.
"""
YEAR_EXAMPLES = """
\b
Examples:
  loopline year 2021
  loopline year
  loopline year 2021 --json
"""

SEARCH = """
Search the milestones for words or for the answer to a question.

All words must match, in any order; synonyms and spelling variants count. A misspelt word is
corrected, and a message says so.
"""
SEARCH_EXAMPLES = """
\b
Query syntax:
  legco funding     both, in any order
  "action agenda"   adjacent words
  mou OR budget     either
  legco NOT 2021    without the second
  legco -2021       the same
  (a OR b) c        grouping
  innov*            any ending
  since oct 2022    by date

In most shells a query with ( ) " or * must be in quotes.

\b
Examples:
  loopline search legco funding
  loopline search who funds the Park
  loopline search GBA --since 2021
  loopline search '"action agenda"'
  loopline search "innov*"
"""

BETWEEN = """
List the milestones from START to END, both included.

A month or year given as START means its first day; as END, its last. A milestone dated to its
month is listed if any day of that month is in the period.
"""
BETWEEN_EXAMPLES = """
\b
Examples:
  loopline between 2021-06 2021-12
  loopline between 6 Sep 2021 to 2022
  loopline between .. 2018
"""

HELP = """
Explain loopline or one of its commands, as --help does.
"""
HELP_EXAMPLES = """
\b
Examples:
  loopline help
  loopline help search
"""
