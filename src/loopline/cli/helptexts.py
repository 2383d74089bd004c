"""The help that users read. No docstrings, because `python -OO` would take them away."""

PROGRAM = """
When and how the Hong Kong-Shenzhen I&T Park in the Loop is coming about, 2017 to 2023.

Examples:
$ loopline year 2021
$ loopline search legco funding
$ loopline show 2021-09-06
$ loopline between 2021-06 2021-12 --json

The texts are the source's own words; the titles are loopline's.
A date such as 2021-09 is known to its month only.
LOOPLINE_DATA=FILE in the environment does what --data FILE does.
"""

LIST = """
List the whole record.

Examples:
$ loopline list
$ loopline list --full --format md
$ loopline list --reverse --limit 3
"""

SHOW = """
Show the full text of the milestones dated to a day, a month or a year.

Examples:
$ loopline show 2021-09-06
$ loopline show "Sep 2021" 2022
$ loopline show latest

Under the title, which is loopline's, stand the source's own words.
"""

YEAR = """
List the milestones of one year, or count those of every year.

Examples:
$ loopline year 2021
$ loopline year
$ loopline year 2021 --json
"""

SEARCH = """
Find the milestones that match every word, by whatever name or spelling.

Examples:
$ loopline search legco funding
$ loopline search policy address oct 2022
$ loopline search GBA --since 2021 --full
$ loopline search '"development plan"' OR blueprint
$ loopline search 'innov*'

What a query is:
legco funding   words, each of which must match, in any order
"action agenda" words that must stand together
mou OR budget   one or the other: a b OR c d is both a and b, or both c and d
innov*          any word that begins with innov
oct 2022        the date of a milestone counts like its words

Forms and spellings count as the same word: approve and approval, centre and center.
So do names of the same thing: LegCo, Legislative Council, 立法會.
Common words, such as the and of, need not match.
A typing error is corrected only if no such word is in the record, and a note says so.
"""

BETWEEN = """
List the milestones from START to END, both included.

Examples:
$ loopline between 2021-06 2021-12
$ loopline between "6 Sep 2021" 2022
$ loopline between .. 2018

A milestone known to its month only is listed if any day of that month is in between.
"""
