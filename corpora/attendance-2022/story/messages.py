"""The correspondence: one record a message, oldest first.

Shape: id, thread, sent (local time, Europe/London), who, to, cc, subject, parent, attachments, body, events.
An event's text is a piece of the body, word for word. `in_mail` says which mail file carries the message:
"mbox", the path of an EML file, both, or nothing. `drop` lists reply headers that the mail file lacks.
"""

THREADS = {
    "t1": "Concerns about the daily attendance trial",
    "t2": "Daily attendance data collection trial",
    "t3": "DPIA for the attendance trial",
    "t4": "Daily attendance trial: note for schools",
    "t5": "Publication of the DPIA",
    "t6": "Our comments on the DPIA",
    "t7": "How often are registers read?",
    "t8": "FOI request – attendance trial correspondence",
}


def event(date, kind, text, relative=False, basis="explicit", **more):
    """A dated statement inside a message."""
    return dict({"date": date, "type": kind, "text": text, "relative": relative, "basis": basis}, **more)


def message(id, thread, sent, who, to, subject, body, parent=None, cc=(), attach=(), events=(), mail=("mbox",), drop=(), **more):
    """One message; see the module for the shape."""
    return dict({"id": id, "thread": thread, "sent": sent, "who": who, "to": list(to), "cc": list(cc), "subject": subject,
                 "parent": parent, "attach": list(attach), "events": list(events), "mail": list(mail), "drop": list(drop),
                 "body": body.strip("\n")}, **more)


MESSAGES = [
    message("m1", "t1", "2022-02-01T16:20:33", "campaign", ["case"], THREADS["t1"], """
Dear Case Officer A,

On 25 January 2022 schools in England were asked to sign up to a trial that reads their attendance registers every day. We enclose a letter that lists our concerns about it.

In short: we cannot find a data protection impact assessment, families have been told nothing, and we do not see why the Department needs named records of children who are hardly ever absent.

We would be glad to know whether your office was consulted before the trial was announced.

Kind regards,
Campaign Lead A
Defend Digital Me""", attach=["Letter to the ICO.docx"], mail=["mbox", "mail/concerns to the ICO.eml"], events=[
        event("2022-01-25", "asked", "On 25 January 2022 schools in England were asked to sign up to a trial that reads their attendance registers every day.")]),

    message("m2", "t1", "2022-02-03T10:05:12", "case", ["campaign"], "RE: " + THREADS["t1"], """
Dear Campaign Lead A,

Thank you for your letter of 1 February, which has reached the right team. We are making enquiries of the Department and will write again when there is something to say.

Regards,
Case Officer A
Information Commissioner's Office""", parent="m1", events=[
        event("2022-02-01", "sent", "Thank you for your letter of 1 February, which has reached the right team.", basis="inferred")]),

    message("m3", "t2", "2022-02-09T09:41:12", "case", ["policy"], THREADS["t2"], """
Dear Policy Officer A,

I am writing about the daily attendance data collection trial, which was announced to schools on 25 January 2022.

Since the announcement this office has had a number of enquiries about it, some of them from data protection officers in schools and some from parents. On 1 February Defend Digital Me wrote to us with a list of concerns. We would like to understand the project better before we answer them.

Please could you tell us:

1. which items of data are taken from schools, and how often;
2. what the Department will use named records for that totals would not serve;
3. for how long the records will be kept;
4. what families and pupils have been told, and by whom;
5. whether a data protection impact assessment (DPIA) has been carried out, and if so, when it was signed off.

A short reply today with what you have to hand would help us. A fuller one can follow.

Kind regards,
Case Officer A
Information Commissioner's Office""", cc=["manager"], events=[
        event("2022-01-25", "announced", "I am writing about the daily attendance data collection trial, which was announced to schools on 25 January 2022."),
        event("2022-02-01", "sent", "On 1 February Defend Digital Me wrote to us with a list of concerns.", basis="inferred")]),

    message("m4", "t2", "2022-02-09T12:05:40", "policy", ["case"], "RE: " + THREADS["t2"], """
Dear Case Officer A,

Thank you for your note. Attached is a copy of the message that has already gone to schools, with our thanks to those who have signed up so far.

You will see that it says: "We have been working closely with the ICO on our data protection impact assessment. We intend to publish it and the privacy notices shortly, and will share them with you then."

I will come back to you on the numbered questions once I have spoken to colleagues.

Kind regards,
Policy Officer A
Department for Education""", parent="m3", cc=["dpo"], attach=["Message to schools.docx"], events=[]),

    message("m5", "t2", "2022-02-09T14:10:02", "case", ["policy"], "RE: " + THREADS["t2"], """
Dear Policy Officer A,

Thank you for sending the message. Please would you remove the line about working closely with this office, as the ICO has not yet seen the DPIA. Schools may take it to mean that we have looked at the project, and we have not.

Kind regards,
Case Officer A
Information Commissioner's Office""", parent="m4", cc=["manager", "dpo"], events=[
        event("2022-02-09", "asked", "Please would you remove the line about working closely with this office, as the ICO has not yet seen the DPIA.", basis="header")]),

    message("m6", "t2", "2022-02-09T15:22:03", "case", ["policy"], "RE: " + THREADS["t2"], """
Dear Policy Officer A,

One more point, separate from my last message. Please specify the date on which the DPIA will be complete and the date on which it will be signed off. The law asks for the assessment before the processing starts, so we need to know where it stands.

Kind regards,
Case Officer A
Information Commissioner's Office""", parent="m4", cc=["manager"], events=[
        event("2022-02-09", "asked", "Please specify the date on which the DPIA will be complete and the date on which it will be signed off.", basis="header")]),

    message("m7", "t2", "2022-02-09T15:40:27", "policy", ["case"], "RE: " + THREADS["t2"], """
Thanks, noted.

Policy Officer A""", parent="m6", mail=[]),

    message("m8", "t2", "2022-02-10T10:02:51", "manager", ["policy"], "RE: " + THREADS["t2"], """
Dear Policy Officer A,

I have taken over this exchange from my colleague because of what it raises.

We ask the Department to pause the collections and any further processing of what has been collected. Schools should not be able to sign up until the DPIA has been completed. A collection of this size, about children, at this pace, is in our view likely to carry a high risk, and that is the reason why the assessment comes first.

I would be grateful for a reply today.

Kind regards,
Group Manager B
Information Commissioner's Office""", parent="m6", cc=["case", "director"], events=[
        event("2022-02-10", "asked-to-pause", "We ask the Department to pause the collections and any further processing of what has been collected.", basis="header")]),

    message("m9", "t2", "2022-02-10T11:30:00", "manager", ["policy"], "RE: " + THREADS["t2"], """
Dear Policy Officer A,

Following our call this morning, these are the dates that we ask you to confirm in writing:

- a reply on the pause, by the end of today;
- a corrected message to schools, as soon as it is cleared;
- the DPIA, which the Department will send to the ICO on the 14th.

Kind regards,
Group Manager B
Information Commissioner's Office""", parent="m8", cc=["case", "director"], mail=[], events=[
        event("2022-02-14", "deadline", "the DPIA, which the Department will send to the ICO on the 14th.", True, "relative"),
        event("2022-02-10", "meeting", "Following our call this morning, these are the dates that we ask you to confirm in writing:", True, "relative")]),

    message("m10", "t2", "2022-02-10T17:48:09", "director", ["manager"], "RE: " + THREADS["t2"], """
Dear Group Manager B,

Thank you for your messages of today.

I am afraid that it is not possible to pause the collections. The link to school systems is in place and many schools already depend on the reports that come back to them. We are content with the dates that you list and confirm that we will send you the DPIA on the 14th.

Kind regards,
Deputy Director B
Department for Education""", parent="m9", cc=["policy", "case"], events=[
        event("2022-02-10", "refused", "I am afraid that it is not possible to pause the collections.", basis="header"),
        event("2022-02-14", "promised", "We are content with the dates that you list and confirm that we will send you the DPIA on the 14th.", True, "relative")]),

    message("m11", "t2", "2022-02-10T17:55:31", "manager", ["director"], "RE: " + THREADS["t2"], """
Thanks, noted.

Group Manager B""", parent="m10", mail=[]),

    message("m12", "t3", "2022-02-14T16:55:30", "policy", ["case"], THREADS["t3"], """
Dear Case Officer A,

As agreed, please find attached the DPIA for the daily attendance trial. It was signed off today.

Kind regards,
Policy Officer A
Department for Education""", cc=["manager", "director"], attach=["DPIA attendance v1.docx"], events=[
        event("2022-02-14", "signed-off", "It was signed off today.", True, "relative")]),

    message("m13", "t3", "2022-02-14T17:20:00", "case", ["policy"], "RE: " + THREADS["t3"], """
Dear Policy Officer A,

We have received the DPIA, thank you. We will be back in touch once it has been reviewed.

Kind regards,
Case Officer A
Information Commissioner's Office""", parent="m12", cc=["manager"], events=[
        event("2022-02-14", "received", "We have received the DPIA, thank you.", basis="header")]),

    message("m14", "t3", "2022-02-15T09:10:44", "policy", ["case"], "RE: " + THREADS["t3"], """
Dear Case Officer A,

I am sorry to trouble you so soon. We have to withdraw the DPIA sent yesterday, as it needs an urgent edit. Please do not use or circulate that copy. A replacement will follow this afternoon.

Kind regards,
Policy Officer A
Department for Education""", parent="m13", cc=["manager"], drop=["References"], events=[
        event("2022-02-15", "withdrawn", "We have to withdraw the DPIA sent yesterday, as it needs an urgent edit.", basis="header"),
        event("2022-02-15", "promised", "A replacement will follow this afternoon.", True, "relative")]),

    message("m15", "t3", "2022-02-15T14:31:18", "policy", ["case"], "RE: " + THREADS["t3"], """
Dear Case Officer A,

Attached is a slightly updated version of the DPIA that we sent on 14 February. We are calling it version 1.1. It was signed off again today and replaces the copy from yesterday.

Kind regards,
Policy Officer A
Department for Education""", parent="m14", cc=["manager", "director"], attach=["DPIA attendance v1 (updated).docx"], drop=["In-Reply-To", "References"], events=[
        event("2022-02-14", "sent", "Attached is a slightly updated version of the DPIA that we sent on 14 February.", basis="inferred"),
        event("2022-02-15", "signed-off", "It was signed off again today and replaces the copy from yesterday.", True, "relative")]),

    message("m16", "t3", "2022-02-15T15:05:50", "case", ["policy"], "RE: " + THREADS["t3"], """
Dear Policy Officer A,

Thank you. What changed between the two copies? And when will schools be told how to read the assessment, and that this office stands apart from the trial?

Kind regards,
Case Officer A
Information Commissioner's Office""", parent="m15", cc=["manager"], mail=[], events=[
        event("2022-02-15", "asked", "What changed between the two copies?", basis="header")]),

    message("m17", "t3", "2022-02-15T16:12:08", "policy", ["case"], "RE: " + THREADS["t3"], """
Dear Case Officer A,

I can confirm that a note will be sent to schools tomorrow. It will give them access to the DPIA and explain that your role is an independent one.

Kind regards,
Policy Officer A
Department for Education""", parent="m16", cc=["manager"], events=[
        event("2022-02-16", "promised", "I can confirm that a note will be sent to schools tomorrow.", True, "relative")]),

    message("m18", "t4", "2022-02-16T10:00:00", "helpdesk", ["list"], THREADS["t4"], """
Dear colleague,

On Tuesday 15 February we formally engaged with the ICO to have the risk of the trial looked at independently. The ICO is the regulator. It does not run the trial and has not approved it.

You can ask us for a copy of the data protection impact assessment by replying to this message. It will also be put on gov.uk.

If you have taken part since January you need do nothing. If you have not yet signed up, you can still do so with the help of Wonde.

Kind regards,
Attendance Trial Helpdesk
Department for Education""", mail=["mail/note to schools.eml"], events=[
        event("2022-02-15", "told", "On Tuesday 15 February we formally engaged with the ICO to have the risk of the trial looked at independently.", basis="inferred", weekday="agrees")]),

    message("m19", "t4", "2022-02-16T13:30:17", "school", ["helpdesk"], "RE: " + THREADS["t4"], """
Hello,

A parent governor has asked where the assessment can be read. Could you send me a copy, or a link that I can pass on?

Thanks,
School Data Manager A""", parent="m18", mail=[], events=[
        event("2022-02-16", "asked", "Could you send me a copy, or a link that I can pass on?", basis="header")]),

    message("m20", "t4", "2022-02-16T15:02:45", "helpdesk", ["school"], "RE: " + THREADS["t4"], """
Hello,

Here is a link to the copy on our shared drive: https://drive.example/attendance-dpia. Please pass it on to those who ask. It will move to gov.uk when the page is ready.

Regards,
Attendance Trial Helpdesk""", parent="m19", mail=[], events=[
        event("2022-02-16", "told", "Here is a link to the copy on our shared drive: https://drive.example/attendance-dpia.", basis="header")]),

    message("m21", "t5", "2022-02-17T11:00:05", "case", ["policy"], THREADS["t5"], """
Dear Policy Officer A,

Is the DPIA available only to schools and trusts, or can the public read it on the gov.uk website? We are being asked.

Kind regards,
Case Officer A
Information Commissioner's Office""", events=[
        event("2022-02-17", "asked", "Is the DPIA available only to schools and trusts, or can the public read it on the gov.uk website?", basis="header")]),

    message("m22", "t5", "2022-02-17T13:44:00", "policy", ["case"], "RE: " + THREADS["t5"], """
Dear Case Officer A,

We issued the comms on 16th, and since then we have been sending a Google link to anyone who requests a copy, until we can get it uploaded to the gov.uk site. These documents will be uploaded online by the end of the month at the latest.

Kind regards,
Policy Officer A
Department for Education""", parent="m21", cc=["dpo"], events=[
        event("2022-02-16", "sent", "We issued the comms on 16th", True, "relative"),
        event("2022-02-28", "promised", "These documents will be uploaded online by the end of the month at the latest.", True, "relative")]),

    message("m23", "t5", "2022-02-21T10:15:00", "policy", ["case"], "RE: " + THREADS["t5"], """
Dear Case Officer A,

I apologise that the DPIA is not yet on gov.uk. It is being made available to schools, and more widely too, through a Google drive.

Kind regards,
Policy Officer A
Department for Education""", parent="m22", cc=["director"], events=[
        event("2022-02-21", "apologised", "I apologise that the DPIA is not yet on gov.uk.", basis="header")]),

    message("m24", "t5", "2022-02-21T15:30:00", "case", ["policy"], "RE: " + THREADS["t5"], """
Dear Policy Officer A,

Please inform us when the DPIA is available on the Department's website and on gov.uk, and send us the link.

Kind regards,
Case Officer A
Information Commissioner's Office""", parent="m23", cc=["director"], drop=["References"], events=[
        event("2022-02-21", "asked", "Please inform us when the DPIA is available on the Department's website and on gov.uk, and send us the link.", basis="header")]),

    message("m25", "t5", "2022-03-01T09:30:00", "policy", ["case"], "RE: " + THREADS["t5"], """
Dear Case Officer A,

An update: getting the DPIA published on gov.uk is proving challenging. We will also be changing the version that people reach through the Google drive, so that the public can reach only one version.

Kind regards,
Policy Officer A
Department for Education""", parent="m24", events=[
        event("2022-03-01", "told", "An update: getting the DPIA published on gov.uk is proving challenging.", basis="header")]),

    message("m26", "t5", "2022-03-01T09:52:20", "case", ["policy"], "RE: " + THREADS["t5"], """
Thanks, noted.

Case Officer A""", parent="m25", mail=[]),

    message("m27", "t6", "2022-03-15T16:03:00", "manager", ["policy"], THREADS["t6"], """
Dear Policy Officer A,

Our comments on the DPIA are attached. They were written on version 6. They are detailed, and several of them are significant: the necessity of the collection, the 66 years for which records would be kept, and what families are told.

We would welcome a reply to each point.

Kind regards,
Group Manager B
Information Commissioner's Office""", cc=["case", "director"], attach=["Comments on the DPIA.pdf"], events=[
        event("2022-03-15", "sent", "Our comments on the DPIA are attached.", basis="header")]),

    message("m28", "t6", "2022-03-16T09:15:38", "policy", ["manager"], "RE: " + THREADS["t6"], """
Dear Group Manager B,

Thank you for the comments sent yesterday. We are reading them with care and will reply to each by 31 March 2022.

Kind regards,
Policy Officer A
Department for Education""", parent="m27", cc=["director"], events=[
        event("2022-03-15", "sent", "Thank you for the comments sent yesterday.", True, "relative"),
        event("2022-03-31", "promised", "We are reading them with care and will reply to each by 31 March 2022.")]),

    message("m29", "t7", "2022-02-07T11:00:00", "campaign", ["helpdesk"], THREADS["t7"], """
Hello,

The announcement speaks of a daily collection. Parents tell us that they were told twice a day. How often are school registers really read, and is every pupil in them?

Campaign Lead A
Defend Digital Me""", events=[
        event("2022-02-07", "asked", "How often are school registers really read, and is every pupil in them?", basis="header")]),

    message("m30", "t7", "2022-02-08T09:20:41", "helpdesk", ["campaign"], "RE: " + THREADS["t7"], """
Hello,

Thank you for your question of 7 February. The data is extracted every two-to-four hours, on every school day, for all pupils on roll. Wonde does this on our behalf.

Attendance Trial Helpdesk
Department for Education""", parent="m29", events=[
        event("2022-02-07", "asked", "Thank you for your question of 7 February.", basis="inferred"),
        event("2022-02-08", "told", "The data is extracted every two-to-four hours, on every school day, for all pupils on roll.", basis="header")]),

    message("m31", "t8", "2022-05-18T13:05:00", "campaign", ["access"], THREADS["t8"], """
Dear Information Access Officer C,

Under the Freedom of Information Act 2000, please send us all correspondence between the ICO and the Department for Education about the daily attendance trial, from 1 January 2022 to 30 April 2022, with every version of the DPIA that you hold.

Kind regards,
Campaign Lead A
Defend Digital Me""", events=[
        event("2022-05-18", "asked", "please send us all correspondence between the ICO and the Department for Education about the daily attendance trial", basis="header")]),

    message("m32", "t8", "2022-05-19T09:00:10", "access", ["campaign"], "RE: " + THREADS["t8"], """
Dear Campaign Lead A,

Your request of 18 May 2022 is registered as FOI-0001. We will answer within 20 working days, that is by 17 June 2022.

Kind regards,
Information Access Officer C
Information Commissioner's Office""", parent="m31", events=[
        event("2022-05-18", "asked", "Your request of 18 May 2022 is registered as FOI-0001."),
        event("2022-06-17", "promised", "We will answer within 20 working days, that is by 17 June 2022.")]),

    message("m33", "t8", "2022-06-16T16:40:00", "access", ["campaign"], "RE: " + THREADS["t8"], """
Dear Campaign Lead A,

We are sorry that we cannot answer FOI-0001 tomorrow as we had said. We need more time to consult, and will now answer by 15 July 2022.

Kind regards,
Information Access Officer C
Information Commissioner's Office""", parent="m32", drop=["In-Reply-To"], events=[
        event("2022-06-16", "apologised", "We are sorry that we cannot answer FOI-0001 tomorrow as we had said.", basis="header"),
        event("2022-07-15", "promised", "We need more time to consult, and will now answer by 15 July 2022.")]),

    message("m34", "t8", "2022-07-20T10:30:00", "access", ["campaign"], "RE: " + THREADS["t8"], """
Dear Campaign Lead A,

Please find attached our answer to FOI-0001. The bundle of papers is too large for e-mail and can be fetched from our portal until 20 August 2022. Please accept our apologies for the delay.

Kind regards,
Information Access Officer C
Information Commissioner's Office""", parent="m33", attach=["FOI response letter.pdf"], events=[
        event("2022-07-20", "sent", "Please find attached our answer to FOI-0001.", basis="header"),
        event("2022-08-20", "deadline", "The bundle of papers is too large for e-mail and can be fetched from our portal until 20 August 2022.")]),
]

BY_ID = {one["id"]: one for one in MESSAGES}

# Same three words, three different messages: they must stay apart.
LOOKALIKES = [["m7", "m11"], ["m7", "m26"], ["m11", "m26"]]
