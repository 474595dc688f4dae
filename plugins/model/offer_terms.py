"""The words that describe an offer: what sort it is, who counts, what proof is asked for."""

from __future__ import annotations

from plugins.model.fields import Term


class OfferKind(Term):
    """What sort of offer it is; it sets the wording."""

    ENTITLEMENT = "entitlement", "Your right by law"
    LOCAL_OFFER = "local-offer", "Your council's offer"
    DISCOUNT = "discount", "Money off"
    FREE_ITEM = "free-item", "Free thing"
    GRANT = "grant"
    BURSARY = "bursary"
    JOB = "job"
    APPRENTICESHIP = "apprenticeship"
    TRAINING = "training"
    TICKET = "ticket", "Tickets"
    ADVICE = "advice"
    EQUIPMENT = "equipment"
    DATA_OR_SIM = "data-or-sim", "Data or SIM"
    VOLUNTEERING = "volunteering"


class Category(Term):
    """Where people look for it; the first seven are the headings that the law names."""

    HEALTH = "health", "Health and feeling well"
    RELATIONSHIPS = "relationships", "Family, friends and relationships"
    LEARNING = "learning", "Learning and training"
    WORK = "work", "Work"
    HOME = "home", "Home"
    TAKING_PART = "taking-part", "Having a say and joining in"
    MONEY_SKILLS = "money-skills", "Managing money"
    MONEY = "money", "Money help"
    COUNCIL_TAX = "council-tax", "Council tax"
    TRAVEL = "travel", "Travel"
    ONLINE = "online", "Phones, data and laptops"
    ID_AND_LAW = "id-and-law", "ID, immigration and legal help"
    PARENTS = "parents", "Young parents"
    FOOD = "food", "Food"
    FREE_TIME = "free-time", "Days out, sport and free stuff"
    CUSTODY = "custody", "In or leaving custody"


class WhereRule(Term):
    """Which of the two places counts: the council that looked after you, and where you live now."""

    RESPONSIBLE_ONLY = "responsible-only", "People this council looked after"
    RESIDENCE_ONLY = "residence-only", "People who live there now"
    BOTH = "both", "People this council looked after who live there now"
    EITHER = "either", "People this council looked after, or who live there now"
    ANYWHERE = "anywhere", "It does not matter where you live or who looked after you"


class CareRule(Term):
    """Which time in care counts."""

    ELIGIBLE = "eligible", "16 or 17 and still in care (“eligible”)"
    RELEVANT = "relevant", "16 or 17 and have left care (“relevant”)"
    FORMER_RELEVANT = "former-relevant", "18 or over and were in care for 13 weeks or more (“former relevant”)"
    QUALIFYING = "qualifying", "in care for a shorter time after 16 (“qualifying”)"
    ANY_CARE_EXPERIENCE = "any-care-experience", "any time in care, at any age"
    ON_OR_AFTER_16TH_BIRTHDAY = "on-or-after-16th-birthday", "looked after on or after your 16th birthday"
    ASK = "ask", "ask, because each case is looked at"


class Evidence(Term):
    """What proof is asked for."""

    NONE = "none", "No proof"
    PA_LETTER = "pa-letter", "A letter from your personal adviser"
    COUNCIL_LETTER = "council-letter", "A letter from your council"
    CARE_LEAVER_CARD = "care-leaver-card", "A care leaver card"
    ONLINE_CHECK = "online-check", "An online check"


class WhoApplies(Term):
    """Who asks for it."""

    YOU = "you", "You"
    YOUR_PA = "your-pa", "Your personal adviser"
    EITHER = "either", "You or your personal adviser"
