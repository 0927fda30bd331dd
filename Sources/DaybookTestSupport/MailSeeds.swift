/// Printed chains, quotations and papers that mutations begin with.
package enum MailSeeds {
  package static let texts = [
    """
    Head of Data
    From: A B <a@b.example>; [redacted s40(2)] [mailto:c@d.example]
    Sent: Tuesday, February 15, 2022 9:41 AM
    To: C D <c@d.example>; E
    F <e@f.example>
    Cc:
    Subject: RE: Trial
    Attachments: x v1.docx; y.pdf

    Words.

    -----Original Message-----
    From: C D
    Sent: 14/02/2022 10:00
    Subject: Trial

    More words.
    """,
    """
    Answer.

    On Wed, 9 Feb 2022 at 09:41, A B <a@b.example>
    wrote:
    > Question one?
    Inline.
    > > On 8 Feb 2022, at 08:00, C wrote:
    > > Older.
    > Von: X
    > Gesendet: Mittwoch, 9. Februar 2022 10:14
    > Betreff: AW: Y
    >
    > Text.
    2022年1月1日(金) 9:00 田中太郎 <taro@example.com>:
    > 以上
    """,
    """
    Index of documents
    1   10 February 2022   E-mail: RE: Trial
    2   11 February 2022   Letter: Answer 3   12 February 2022   Note of meeting
    \u{0C}Data Protection Impact Assessment
    Version 1.0
    Sign-off
    Senior responsible owner   Approved   14 February 2022
    \u{0C}Page 1 of 3
    Dear Sir
    3 March 2022
    """,
  ]
}
