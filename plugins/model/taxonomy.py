"""The words shared by all content: each term once, with the label that readers see."""

from __future__ import annotations

from plugins.model.fields import Term


class Channel(Term):
    """Where consent lets a thing go; nothing is implied by anything else."""

    WEB = "web", "the website"
    FEED = "feed", "the news feeds"
    EMAIL = "email", "email"
    SEARCH_ENGINES = "search-engines", "search engines"
    SOCIAL = "social", "social media"
    PRINT = "print", "print"
    PRESS = "press", "the press"
    PARTNERS = "partners", "partner organisations"


class Status(Term):
    """How far a document has come."""

    DRAFT = "draft"
    READY = "ready"
    WITHDRAWN = "withdrawn"


class Nation(Term):
    """A nation of the United Kingdom; law and money differ between them."""

    ENGLAND = "england"
    SCOTLAND = "scotland"
    WALES = "wales"
    NORTHERN_IRELAND = "northern-ireland", "Northern Ireland"


class Region(Term):
    """A region as readers are told it: the nine of England, and Scotland."""

    NORTH_EAST = "north-east", "North East"
    NORTH_WEST = "north-west", "North West"
    YORKSHIRE = "yorkshire", "Yorkshire and the Humber"
    EAST_MIDLANDS = "east-midlands", "East Midlands"
    WEST_MIDLANDS = "west-midlands", "West Midlands"
    EAST = "east", "East of England"
    LONDON = "london", "London"
    SOUTH_EAST = "south-east", "South East"
    SOUTH_WEST = "south-west", "South West"
    SCOTLAND = "scotland", "Scotland"


class Audience(Term):
    """Who a thing is written for."""

    EVERYONE = "everyone", "Everyone"
    YOUNG_PEOPLE = "young-people", "Young people"
    PERSONAL_ADVISERS = "personal-advisers", "Personal advisers"
    LHP_STAFF = "lhp-staff", "House Project staff"
    COUNCILS = "councils", "Councils"
    PARTNERS = "partners", "Partners"


class Theme(Term):
    """What a thing is about, for browsing."""

    FIRST_HOME = "first-home", "First home"
    COOKING_AND_HOME = "cooking-and-home", "Cooking and home"
    COLLEGE = "college"
    UNIVERSITY = "university"
    APPRENTICESHIP = "apprenticeship"
    JOB = "job", "Getting a job"
    OWN_BUSINESS = "own-business", "My own business"
    BEING_A_PARENT = "being-a-parent", "Being a parent"
    BROTHERS_AND_SISTERS = "brothers-and-sisters", "Brothers and sisters"
    FRIENDSHIP = "friendship"
    CARERS_WHO_MATTERED = "carers-who-mattered", "Carers who mattered"
    MY_PERSONAL_ADVISER = "my-personal-adviser", "My personal adviser"
    MENTAL_HEALTH = "mental-health", "Mental health"
    IDENTITY_AND_CULTURE = "identity-and-culture", "Identity and culture"
    COMING_TO_THE_UK = "coming-to-the-uk", "Coming to the UK"
    LGBTQ = "lgbtq", "LGBTQ+"
    DISABILITY = "disability"
    NEURODIVERSITY = "neurodiversity"
    MONEY = "money"
    CREATIVITY = "creativity"
    SPORT = "sport"
    CAMPAIGNING = "campaigning"
    BEING_A_REP = "being-a-rep", "Being a rep"
    CONFERENCE = "conference"
    GIVING_BACK = "giving-back", "Giving back"
    FINDING_MY_RECORDS = "finding-my-records", "Finding my records"


class ContentNote(Term):
    """A topic that some readers want to hear about before they read on."""

    SUICIDE = "suicide", "suicide"
    SELF_HARM = "self-harm", "self-harm"
    ABUSE = "abuse", "abuse"
    SEXUAL_HARM = "sexual-harm", "sexual harm"
    VIOLENCE_AT_HOME = "violence-at-home", "violence at home"
    RACISM = "racism", "racism"
    DISCRIMINATION = "discrimination", "discrimination"
    DRUGS_ALCOHOL = "drugs-alcohol", "drugs or alcohol"
    EATING = "eating", "eating difficulties"
    DEATH_GRIEF = "death-grief", "death and grief"
    HOMELESSNESS = "homelessness", "having no home"
    PRISON_POLICE = "prison-police", "prison or the police"
    FAMILY_SEPARATION = "family-separation", "being apart from family"
    PREGNANCY_LOSS = "pregnancy-loss", "losing a pregnancy"
    ASYLUM_WAR = "asylum-war", "war and leaving a country"


class AgeBand(Term):
    """An age as it may be told: never an exact one."""

    UNDER_16 = "under-16", "under 16"
    FROM_16 = "16-17", "16 to 17"
    FROM_18 = "18-20", "18 to 20"
    FROM_21 = "21-24", "21 to 24"
    FROM_25 = "25-plus", "25 or over"
