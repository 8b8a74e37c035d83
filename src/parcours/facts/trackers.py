"""Services that count who taps a mail's links, and what their addresses hide."""

from __future__ import annotations

import re
from urllib.parse import unquote

from parcours.facts.urls import classify, place_of

# Hosts that belong to the service, by what stands below them; a brand's own host that points there is not known so.
TRACKERS = {
    "list-manage.com": "Mailchimp", "list-manage1.com": "Mailchimp", "list-manage2.com": "Mailchimp",
    "campaign-archive.com": "Mailchimp", "mailchi.mp": "Mailchimp", "mandrillapp.com": "Mandrill",
    "ct.sendgrid.net": "SendGrid", "sendgrid.net": "SendGrid",
    "mjt.lu": "Mailjet", "mailjet.com": "Mailjet",
    "sendibt1.com": "Brevo", "sendibt2.com": "Brevo", "sendibt3.com": "Brevo", "sendibm1.com": "Brevo",
    "sendibm2.com": "Brevo", "sendibm3.com": "Brevo", "sendibm4.com": "Brevo", "sendinblue.com": "Brevo",
    "hubspotlinks.com": "HubSpot", "hubspotlinksfree.com": "HubSpot", "hubspotlinksstarter.com": "HubSpot",
    "hubspotemail.net": "HubSpot", "hs-sites.com": "HubSpot",
    "exct.net": "Salesforce Marketing Cloud", "exacttarget.com": "Salesforce Marketing Cloud",
    "sfmc-content.com": "Salesforce Marketing Cloud", "pardot.com": "Salesforce Account Engagement",
    "neolane.net": "Adobe Campaign", "campaign.adobe.com": "Adobe Campaign", "mktossl.com": "Adobe Marketo",
    "marketo.com": "Adobe Marketo", "actito.com": "Actito", "actito.be": "Actito",
    "slgnt.eu": "Selligent", "slgnt.us": "Selligent", "emsecure.net": "Selligent",
    "klclick.com": "Klaviyo", "klclick1.com": "Klaviyo", "klclick2.com": "Klaviyo", "klclick3.com": "Klaviyo",
    "cmail19.com": "Campaign Monitor", "cmail20.com": "Campaign Monitor", "createsend.com": "Campaign Monitor",
    "createsend1.com": "Campaign Monitor", "rs6.net": "Constant Contact", "emlnk.com": "ActiveCampaign",
    "acemlna.com": "ActiveCampaign", "acemlnb.com": "ActiveCampaign", "activehosted.com": "ActiveCampaign",
    "awstrack.me": "Amazon SES", "pstmrk.it": "Postmark", "customeriomail.com": "Customer.io",
    "emarsys.net": "Emarsys", "rsys5.com": "Oracle Responsys", "eloqua.com": "Oracle Eloqua",
    "mlsend.com": "MailerLite", "trackedlink.net": "Dotdigital", "dmtrk.net": "Dotdigital",
    "safelinks.protection.outlook.com": "Microsoft Safe Links", "urldefense.com": "Proofpoint",
    "urldefense.proofpoint.com": "Proofpoint",
}  # fmt: skip
# Put over the links by the receiver's own company, in a copy that somebody forwarded: not the sender's doing.
GUARDS = frozenset({"Microsoft Safe Links", "Proofpoint"})

_PARAMETER = re.compile(
    r"(?:redirect|return|target|dest(?:ination)?|goto|forward|link|to|url|uri|u|r|q)(?:_?(?:url|uri|to|link))?",
    re.IGNORECASE,
)
_IN_PATH = re.compile(r"https?:(?:/{1,2}|%2f%2f)[^/].*", re.IGNORECASE)
_PROOFPOINT = re.compile(r"/v3/__(https?:/{1,2}.+?)__;")


def tracker(url: str) -> str:
    """The service whose host an address names, "" when it is none that is known."""
    labels = place_of(url).host.split(".")
    return next((TRACKERS[name] for i in range(len(labels)) if (name := ".".join(labels[i:])) in TRACKERS), "")


def hidden_target(url: str) -> str:
    """The address that another one carries within itself, decoded; "" when it carries none that can be read."""
    place = place_of(url)
    if not place.host:
        return ""
    for name, value in place.query.items():
        if _PARAMETER.fullmatch(name) and _is_web(value):
            return value
    if found := _PROOFPOINT.search(place.path):
        return _mended(found[1])
    found = _IN_PATH.search(place.path)
    return _mended(unquote(found[0].partition("/1/")[0])) if found else ""


def _mended(url: str) -> str:
    """Servers on the way make one slash of two."""
    whole = re.sub(r"^(https?:)/{1,2}", r"\1//", url, count=1, flags=re.IGNORECASE)
    return whole if _is_web(whole) else ""


def _is_web(text: str) -> bool:
    link = classify(text)
    return link.is_web and bool(link.host)
