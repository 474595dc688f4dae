"""The questions that a new file begins with, and the answers: asked at a terminal, or given as options."""

from plugins.desk.beginning.answers import Given, Refused
from plugins.desk.beginning.fitting import fitting
from plugins.desk.beginning.questions import QUESTIONS, Question

__all__ = ["QUESTIONS", "Given", "Question", "Refused", "fitting"]
