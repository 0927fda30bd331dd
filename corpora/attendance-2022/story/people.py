"""Bodies and made-up roles. Nobody here is a real person; every address ends in `.example`."""

BODIES = {
    "ico": ("Information Commissioner's Office", ["ICO"]),
    "dfe": ("Department for Education", ["DfE", "the Department"]),
    "ddm": ("Defend Digital Me", ["DDM"]),
    "wonde": ("Wonde", []),
    "schools": ("Schools", ["schools and trusts"]),
}

# key: (name, address, body)
PEOPLE = {
    "case": ("Case Officer A", "case.officer.a@ico.example", "ico"),
    "manager": ("Group Manager B", "group.manager.b@ico.example", "ico"),
    "access": ("Information Access Officer C", "access.officer.c@ico.example", "ico"),
    "policy": ("Policy Officer A", "policy.officer.a@dfe.example", "dfe"),
    "director": ("Deputy Director B", "deputy.director.b@dfe.example", "dfe"),
    "dpo": ("Data Protection Lead C", "dp.lead.c@dfe.example", "dfe"),
    "helpdesk": ("Attendance Trial Helpdesk", "attendance.trial@dfe.example", "dfe"),
    "campaign": ("Campaign Lead A", "campaign.lead.a@ddm.example", "ddm"),
    "supplier": ("Account Manager A", "account.manager.a@wonde.example", "wonde"),
    "school": ("School Data Manager A", "data.manager@school.example", "schools"),
    "list": ("Trial schools", "trial-schools@dfe.example", "schools"),
}


def party(key):
    """The name and the address of a person, as the truth writes them."""
    name, address, _ = PEOPLE[key]
    return {"name": name, "address": address}


def body_of(key):
    """The short name of the body that a person works for."""
    body = PEOPLE[key][2]
    return BODIES[body][1][0] if BODIES[body][1] else BODIES[body][0]
