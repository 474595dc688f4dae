"""The words that describe an event: what sort it is, whether it goes ahead, what the place is like."""

from __future__ import annotations

from plugins.model.fields import Term


class EventKind(Term):
    """What sort of event it is."""

    MEETING = "meeting"
    DROP_IN = "drop-in", "Drop-in"
    WORKSHOP = "workshop"
    CONFERENCE = "conference"
    CELEBRATION = "celebration"
    RESIDENTIAL = "residential"
    COOK_AND_SHARE = "cook-and-share", "Cook and share"
    PEER_EVALUATION_VISIT = "peer-evaluation-visit", "Peer evaluation visit"
    CONSULTATION = "consultation"
    TRAINING = "training"
    TRIP = "trip"
    WEBINAR_FOR_STAFF = "webinar-for-staff", "Webinar for staff"
    CAMPAIGN_DAY = "campaign-day", "Campaign day"


class EventStatus(Term):
    """Whether it goes ahead."""

    SCHEDULED = "scheduled"
    POSTPONED = "postponed"
    RESCHEDULED = "rescheduled", "New date"
    CANCELLED = "cancelled"
    FULL = "full"


class Mode(Term):
    """How people come together."""

    IN_PERSON = "in-person", "In person"
    ONLINE = "online"
    BOTH = "both", "In person and online"


class TravelPaid(Term):
    """Whether and when travel is paid."""

    PAID_UP_FRONT = "paid-up-front", "We pay your travel before you come"
    PAID_BACK = "paid-back", "We pay your travel back"
    NOT_PAID = "not-paid", "Travel is not paid"
    NOT_NEEDED = "not-needed", "No travel needed"


class Access(Term):
    """What the place is like."""

    STEP_FREE = "step-free", "Step-free"
    ACCESSIBLE_TOILET = "accessible-toilet", "Accessible toilet"
    HEARING_LOOP = "hearing-loop", "Hearing loop"
    BSL = "bsl", "British Sign Language"
    CAPTIONS = "captions"
    QUIET_ROOM = "quiet-room", "Quiet room"
    RELAXED = "relaxed"
    PRAYER_ROOM = "prayer-room", "Prayer room"
    GENDER_NEUTRAL_TOILET = "gender-neutral-toilet", "Gender-neutral toilet"
    PARKING = "parking"
    ASSISTANCE_DOGS = "assistance-dogs", "Assistance dogs welcome"
    UNKNOWN = "unknown", "We are still finding out"


class Photos(Term):
    """Whether pictures are taken."""

    NONE = "none", "No photos are taken"
    WITH_PERMISSION = "with-permission", "Photos only of people who say yes on the day"
    FILMED = "filmed", "Part of it is filmed; you can sit out of view"


class Recording(Term):
    """Whether it is recorded."""

    NONE = "none", "Not recorded"
    AUDIO_ONLY = "audio-only", "Sound only is recorded"
    AFTER_EDITING = "after-editing", "A recording follows after editing"
