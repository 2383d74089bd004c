"""The help that users read: for each command what it does, and examples after its options.

They are no docstrings, because `python -OO` removes those. Typer does not wrap the lines of a
paragraph that begins with a backspace.
"""

PROGRAM = """
Look up milestones in the development of the Hong Kong-Shenzhen Innovation and Technology Park
in the Lok Ma Chau Loop.
"""
PROGRAM_EXAMPLES = """
\b
loopline year 2021
loopline show 6 Sep 2021
loopline search legco funding
"""

LIST = """
List all milestones, or those of a period.
"""
LIST_EXAMPLES = """
\b
loopline list
loopline list --reverse --limit 3
loopline list --since 2022 -f md
"""

SHOW = """
Show the full text of the milestones of a day, a month or a year.

The text is quoted from the source; the titles are loopline's own. A terminal wraps the text;
to copy whole paragraphs, use -f plain.
"""
SHOW_EXAMPLES = """
\b
loopline show 2021-09-06
loopline show Sep 2021 2022
loopline show latest
"""

YEAR = """
List the milestones of a year, or count those of every year.
"""
YEAR_EXAMPLES = """
\b
loopline year 2021
loopline year
loopline year 2021 --json
"""

SEARCH = """
Search the milestones for keywords or for the answer to a question. A query may also have
"a phrase", a OR b, NOT a or -a, brackets, and begin*.
"""
SEARCH_EXAMPLES = """
\b
loopline search who funds the Park
loopline search '"action agenda"'
"""

BETWEEN = """
List the milestones from START to END, both included.

As START, a month or year means its first day; as END, its last.
"""
BETWEEN_EXAMPLES = """
\b
loopline between 2021-06 2021-12
loopline between 6 Sep 2021 to 2022
loopline between .. 2018
"""

HELP = """
Show help for loopline or for one command.
"""
HELP_EXAMPLES = """
\b
loopline help
loopline help search
"""
