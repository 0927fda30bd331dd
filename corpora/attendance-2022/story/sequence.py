"""The reference sequence: 21 entries, the fourth without a date, in our own words.

It follows the public account of Defend Digital Me. The page prints no year: its heading says
"in February and March 2022". `also` lists kinds that are as good as `kind`.
"""


def entry(date, basis, kind, agent, recipient, text, also=(), **more):
    """One entry of the list."""
    return dict({"date": date, "precision": "day", "basis": basis, "kind": kind, "also": list(also), "agent": agent, "recipient": recipient, "text": text}, **more)


SEQUENCE = [
    entry("2022-01-25", "inferred", "asked", "DfE", "schools", "January 25th Schools are asked by the DfE to sign up to a new daily attendance trial.", ["announced"]),
    entry("2022-02-01", "inferred", "sent", "DDM", "ICO", "February 1st DDM wrote to the ICO with a list of concerns about the project."),
    entry("2022-02-09", "inferred", "asked", "ICO", "DfE", "February 9th ICO writes to the DfE with questions, and says that data protection officers and parents have been in touch.", ["sent"]),
    entry("2022-02-09", "position", "sent", "DfE", "ICO", "DfE sends the ICO a copy of the comms that schools have already had, with thanks to those who signed up. “We have been working closely with the ICO on our data protection impact assessment.”"),
    entry("2022-02-09", "inferred", "asked", "ICO", "DfE", "February 9th ICO asks the DfE to take that line out of the comms “as the ICO has not yet seen the DPIA”."),
    entry("2022-02-09", "inferred", "asked", "ICO", "DfE", "February 9th ICO asks the DfE when the DPIA will be complete and signed off."),
    entry("2022-02-10", "inferred", "asked-to-pause", "ICO", "DfE", "February 10th ICO asks the DfE to pause the collections and any further processing, and not to let schools sign up until the DPIA is done."),
    entry("2022-02-10", "inferred", "deadline", "ICO", "DfE", "February 10th ICO sets out dates for the DfE to confirm, among them that it will be sent the DPIA on the 14th.", ["asked", "promised"], due="2022-02-14"),
    entry("2022-02-10", "inferred", "refused", "DfE", "ICO", "February 10th DfE tells the ICO that it is not possible to pause the collections."),
    entry("2022-02-14", "inferred", "signed-off", "DfE", None, "February 14th V1 DPIA signed off (going by the date on its final page)."),
    entry("2022-02-14", "inferred", "received", "ICO", "DfE", "February 14th V1 DPIA received by the ICO, which will be back in touch once it has been reviewed."),
    entry("2022-02-15", "inferred", "withdrawn", "DfE", "ICO", "February 15th V1 DPIA withdrawn by the DfE for an urgent edit. The ICO is told, but not why."),
    entry("2022-02-15", "inferred", "sent", "DfE", "ICO", "February 15th DfE sends the ICO a “slightly updated” version of the DPIA sent on the 14th. V2 DPIA (?) signed off, going by the date on its final page: the front cover still says v1, and the e-mail calls it 1.1.", ["signed-off", "version"]),
    entry("2022-02-15", "inferred", "promised", "DfE", "ICO", "February 15th DfE confirmed to the ICO that a note would be sent “tomorrow” to schools, with access to the DPIA and a line on the independent role of the ICO.", ["told"], due="2022-02-16"),
    entry("2022-02-16", "inferred", "sent", "DfE", "schools", "February 16th DfE sent the comms to schools: “On Tuesday 15 February we formally engaged with the ICO”."),
    entry("2022-02-17", "inferred", "asked", "ICO", "DfE", "February 17 ICO asks the DfE whether only schools and trusts can get the DPIA, or the public too on gov.uk."),
    entry("2022-02-17", "inferred", "told", "DfE", "ICO", "February 17 DfE tells the ICO that it issued the comms on 16th and has been sending a Google link to those who ask. The papers will be online “by the end of the month at the latest”.", ["promised"], due="2022-02-28"),
    entry("2022-02-21", "inferred", "apologised", "DfE", "ICO", "February 21 DfE apologises to the ICO that the DPIA is not yet on gov.uk, and says that it can be had through a Google drive."),
    entry("2022-02-21", "inferred", "asked", "ICO", "DfE", "February 21 ICO asks the DfE to say when the DPIA is on its website and on gov.uk, and to send a link."),
    entry("2022-03-01", "inferred", "told", "DfE", "ICO", "March 1st DfE tells the ICO that getting the DPIA published on gov.uk is challenging, and that it will change the version on the Google drive so that the public can get only one."),
    entry("2022-03-15", "inferred", "sent", "ICO", "DfE", "March 15th The ICO sent the DfE ten pages of detailed and significant concerns."),
]
