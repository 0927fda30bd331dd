"""Saved web pages, in our own words. A page: path, site name, captured, meta dates, and its blocks.

Blocks: ("h1"|"h2"|"p"|"small", text), ("ul", [texts]), ("time", ISO date, text).
"""
from .sequence import SEQUENCE

PAGES = [
    {"path": "web/news challenge.html", "title": "Challenging an excessive collection of pupil data", "site": "Defend Digital Me",
     "url": "https://ddm.example/news/challenge", "captured": "2024-01-18T14:02:11Z", "published": "2022-09-20", "modified": "2024-01-09", "blocks": [
        ("h1", "Challenging an excessive collection of pupil data"),
        ("time", "2024-01-09", "Updated 9 January 2024"),
        ("h2", "Update: January 2024"),
        ("p", "In December 2023 the court refused us permission to take this further. We still hold that a twice-daily collection by name, at national level, goes further than it needs to."),
        ("h2", "The story"),
        ("time", "2022-09-20", "First published 20 September 2022"),
        ("p", "In January 2022 the Department for Education announced a trial that it called a daily collection of attendance data, run through the company Wonde. When we asked how often, we were told that registers are read every two-to-four hours."),
        ("p", "We wrote to the regulator on February 1st. In May we made a request for information, because little had come out by then."),
        ("p", "What the ICO released in July shows that the Department had not worked with it on the assessment when the collection began, although schools had been told so. The ICO asked for a pause and the Department declined."),
        ("p", "The concerns that the ICO then set down fill over ten A4 pages at the end of the bundle. They deal with v6 of the DPIA in February 2022, with records kept for 66 years, and with whether the collection is needed at all."),
        ("p", "As of 1 September, 65% of schools share their registers: 14,443 schools out of the 22,060 that were asked."),
        ("h2", "What happened, from the letters between the ICO and the DfE in February and March 2022"),
        ("ul", [entry["text"] for entry in SEQUENCE]),
        ("p", "All of this reached us only in July 2022. We then sent the Department a formal complaint."),
    ]},
    {"path": "web/pledge page.html", "title": "Challenging a real-time collection of pupil data", "site": "Crowd pledge page",
     "url": "https://pledge.example/case/real-time-pupil-data", "captured": None, "published": None, "modified": None, "blocks": [
        ("h1", "Challenging a real-time collection of pupil data"),
        ("small", "by Defend Digital Me"),
        ("p", "7 days to go"),
        ("p", "£95 pledged of £6,000 target from 3 pledges"),
        ("small", "Your card will only be charged if the case meets its target of £6,000 by Oct. 09, 2022, 2 a.m."),
        ("h2", "What is this about?"),
        ("p", "In January 2022 the Department announced a wider collection of children's attendance records, through the company Wonde."),
        ("p", "The regulator went on to write down its concerns in over 10 A4 pages, among them the 66 years for which records are kept."),
        ("p", "We are raising money for the next step of the legal work."),
    ]},
    {"path": "web/labels campaign (captured 2017).html", "title": "Labels last a lifetime", "site": "Crowd pledge page",
     "url": "https://pledge.example/case/labels", "captured": "2017-11-30T09:15:00Z", "published": "2017-11-28", "modified": None, "blocks": [
        ("h1", "Labels last a lifetime"),
        ("small", "by Defend Digital Me"),
        ("p", "A law was passed last September that lets the government collect more about children who are taught outside mainstream schools, and keep it for good."),
        ("p", "The new labels will be added to children's named records from January 2018. By June they can be handed to others."),
        ("p", "Records about pupils had been given out more than 1,000 times as of May 2017."),
        ("p", "There are no public comments on this case page."),
    ]},
    {"path": "web/labels campaign (captured 2024).html", "title": "Labels last a lifetime", "site": "Crowd pledge page",
     "url": "https://pledge.example/case/labels", "captured": "2024-07-10T08:00:00Z", "published": "2017-11-28", "modified": "2024-07-06", "blocks": [
        ("h1", "Labels last a lifetime"),
        ("small", "Latest: July 6, 2024"),
        ("p", "A law was passed last September that lets the government collect more about children who are taught outside mainstream schools, and keep it for good."),
        ("p", "The new labels will be added to children's named records from January 2018. By June they can be handed to others."),
        ("p", "Records about pupils had been given out more than 1,000 times as of May 2017."),
        ("h2", "Updates from the case owner"),
        ("time", "2024-07-06", "July 6, 2024"),
        ("p", "We have decided to end this part of our legal work and to carry on by other means."),
        ("time", "2022-10-14", "Oct. 14, 2022"),
        ("p", "It is now two years and one week since the ICO published the summary of its audit of the Department."),
        ("time", "2020-10-08", "Oct. 8, 2020"),
        ("p", "Yesterday the ICO published a summary of what its compulsory audit of the Department had found."),
        ("p", "There are 12 public comments on this case page."),
    ]},
]
