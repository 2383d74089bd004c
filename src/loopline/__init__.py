"""loopline: the dated steps by which the Hong Kong-Shenzhen I&T Park came about.

>>> import loopline
>>> timeline = loopline.load()
>>> [milestone.when for milestone in timeline.between("2021-09", "2021-10")]
['2021-09', '2021-09-06', '2021-10']
"""

from loopline.errors import DataError, DateError, LooplineError, QueryError
from loopline.models import Milestone, Period
from loopline.timeline import Timeline, load

__all__ = [
    "DataError",
    "DateError",
    "LooplineError",
    "Milestone",
    "Period",
    "QueryError",
    "Timeline",
    "load",
]

__version__ = "1.0.0"
