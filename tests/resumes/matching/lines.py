"""Lines of resumes that show what is asked for, and lines that only seem to."""

from resumes.review import reading, understanding
from resumes.review.matching import match
from resumes.review.terms import Posting, Term

HEAD = "Jordan Avery\njordan.avery@example.com | 614-555-0142 | {city}\n"
JOB = "Technician, Elm Street Works, Columbus, OH\nMarch 2019 - June 2024\n"
PLACES = {
    "work": "\nEXPERIENCE\n" + JOB + "- Kept the floor tidy for the next shift\n- {line}\n",
    "title": "\nEXPERIENCE\n{line}, Elm Street Works, Columbus, OH\nMarch 2019 - June 2024\n- Kept the floor tidy\n",
    "skills": "\nSKILLS\n{line}\n",
    "certificates": "\nCERTIFICATIONS\n{line}\n",
    "school": "\nEDUCATION\n{line}\n",
    "summary": "\nSUMMARY\n{line}\n",
}


def found(term: Term, place: str, line: str, *, city: str = "Columbus, OH"):
    text = HEAD.format(city=city) + PLACES[place].format(line=line)
    if place not in {"work", "title"}:
        text += "\nEXPERIENCE\n" + JOB + "- Kept the floor tidy for the next shift\n"
    document = reading.read_text(text)
    parsed = understanding.understand(document, "resume")
    return match(document, parsed, posting=Posting("", terms=(term,))).terms[0]


def skill(name, *aliases):
    return Term(name, "skill", aliases)


def tool(name, *aliases):
    return Term(name, "tool", aliases)


def duty(name, *aliases):
    return Term(name, "duty", aliases)


def credential(name, *aliases):
    return Term(name, "credential", aliases)


SHOWN = [
    # as written, or under another name that means the same
    (skill("inventory management"), "work", "Led inventory management for two stores", "exact"),
    (skill("prior authorization", "PA"), "work", "Obtained prior authorizations for 20 patients a week", "stem"),
    (skill("prior authorization", "PA"), "work", "Cleared 20 PAs a week", "abbreviation"),
    (skill("prior authorization"), "work", "Handled every PA for the clinic", "abbreviation"),
    (tool("Excel"), "skills", "Word, Excel, Outlook", "exact"),
    (tool("Microsoft Excel"), "skills", "Word, Excel, Outlook", "exact"),
    (tool("electronic health record"), "work", "Charted in the EHR for 14 residents", "abbreviation"),
    (tool("EHR"), "work", "Moved 900 charts into the electronic health record", "abbreviation"),
    (skill("HIPAA"), "work", "Kept to the Health Insurance Portability and Accountability Act", "abbreviation"),
    (tool("Python"), "skills", "Python (primary), Bash", "exact"),
    (tool("Python"), "skills", "Languages: Python/SQL", "exact"),
    (tool("R"), "skills", "Python, R, SQL", "exact"),
    (tool("C"), "skills", "C, C++, Java", "exact"),
    (tool("C++"), "skills", "C, C++, Java", "exact"),
    (tool("C#"), "skills", "C#, .NET", "exact"),
    (tool(".NET"), "skills", "C#, .NET", "exact"),
    (tool("Node.js"), "skills", "React, Node.js", "exact"),
    (tool("Go"), "skills", "Go, Rust", "exact"),
    (tool("PostgreSQL"), "work", "Tuned Postgres queries for 40 tables", "exact"),
    (tool("CI/CD"), "work", "Built CI/CD pipelines for nine services", "exact"),
    (tool("CI/CD"), "work", "Set up continuous integration and delivery", "abbreviation"),
    (tool("forklift"), "work", "Drove a sit-down forklift for two years", "exact"),
    (skill("A/P", "accounts payable"), "work", "Ran accounts payable for 60 vendors", "abbreviation"),
    (skill("I&O", "intake and output"), "work", "Recorded I&O each shift", "exact"),
    (skill("USP 797"), "work", "Compounded under USP <797> rules", "exact"),
    (skill("E/M coding", "E/M"), "work", "Leveled E/M visits at 96 percent", "abbreviation"),
    (skill("follow up"), "work", "Made followup calls to 30 families", "exact"),
    (skill("health care"), "work", "Worked in healthcare billing", "exact"),
    (skill("sauté"), "work", "Ran saute on Fridays", "exact"),
    (skill("driver's education"), "work", "Taught drivers education", "exact"),
    # by stems: other forms, other order, words between
    (skill("records management"), "work", "Managed daily records of 900 patients", "stem"),
    (skill("medication administration"), "work", "Administered scheduled medications to 22 residents", "stem"),
    (skill("loan processing"), "work", "Processed 60 home loans a day", "stem"),
    (skill("insurance claims"), "work", "Fixed claims that the insurance had refused", "stem"),
    (duty("process prescriptions"), "work", "Processed 250 prescriptions a day", "stem"),
    (duty("schedule appointments"), "work", "Scheduled up to 40 appointments", "stem"),
    (duty("pull wire"), "work", "Pulled and terminated wire in three schools", "stem"),
    (skill("report writing"), "work", "Wrote incident reports for every shift", "stem"),
    (skill("customer complaints"), "work", "Settled complaints of angry customers", "stem"),
    (skill("year-end close"), "work", "Closed the books at year end", "stem"),
    (skill("staff training"), "work", "Trained eleven new staff", "stem"),
    (skill("bank reconciliations"), "work", "Reconciled four bank accounts each month", "stem"),
    (skill("welding"), "work", "Welder on a crew of six", "stem"),
    (skill("ordering"), "work", "Ordered fish and dry goods", "stem"),
    (skill("bathing"), "work", "Dress, bathe and feed ten residents", "stem"),
    # a duty in other words: the same thing, with a verb near in meaning
    (duty("fill prescriptions"), "work", "Refilled prescriptions by phone and counter", "meaning"),
    (duty("install outlets"), "work", "Mounted and tested 300 outlets", "meaning"),
    (duty("resolve insurance rejections"), "work", "Worked 30 insurance rejections a day", "meaning"),
    (duty("answer phones"), "work", "Took phones for four doctors", "meaning"),
    (duty("repair furnaces"), "work", "Serviced gas furnaces in 200 homes", "meaning"),
    # credentials that are held
    (credential("CPhT"), "certificates", "CPhT, PTCB, expires May 2027", "exact"),
    (credential("CPhT"), "certificates", "Certified Pharmacy Technician, 2024", "abbreviation"),
    (credential("Certified Pharmacy Technician"), "summary", "CPhT with four years in retail", "abbreviation"),
    (credential("ACLS"), "certificates", "Advanced Cardiac Life Support, AHA", "abbreviation"),
    (credential("BLS"), "certificates", "BLS/ACLS current through 2027", "exact"),
    (
        credential("CDL", "Commercial Driver's License"),
        "certificates",
        "Commercial Drivers License, Class A",
        "abbreviation",
    ),
    (credential("Class A CDL"), "certificates", "CDL-A with tanker endorsement", "exact"),
    (credential("driver's license"), "certificates", "Valid driver license, Ohio", "exact"),
    (credential("RN license"), "certificates", "Registered Nurse, Ohio Board of Nursing", "exact"),
    (credential("RN"), "title", "Registered Nurse", "abbreviation"),
    (credential("LPN"), "title", "LPN", "exact"),
    (credential("OSHA 10"), "certificates", "OSHA 10-Hour Construction", "exact"),
    (credential("ServSafe"), "certificates", "ServSafe Manager, expired 2023", "exact"),
    (credential("high school diploma"), "school", "High School Diploma, West High School, 2016", "exact"),
    (credential("high school diploma"), "school", "GED, 2015", "abbreviation"),
    (credential("high school diploma"), "school", "Associate of Arts, Columbus State, 2018", "meaning"),
    (credential("bachelor's degree"), "school", "B.S. in Biology, Ohio State University, 2019", "abbreviation"),
    (
        credential("bachelor's degree in Accounting or Finance"),
        "school",
        "B.S., Finance, Ridge State, 2014",
        "abbreviation",
    ),
    (credential("associate degree"), "school", "Bachelor of Arts in History, 2014", "meaning"),
    (credential("RN"), "summary", "Licensed Registered Nurse seeking a night position", "abbreviation"),
    (credential("CNA"), "work", "Worked as a CNA on nights", "exact"),
    (credential("CMA, RMA or CCMA", "CMA", "RMA", "CCMA"), "certificates", "CCMA (NHA)", "exact"),
]
MISSING = [
    # part of another word, or other words altogether
    (tool("Tform"), "work", "Built the platform for nine teams"),
    (tool("Java"), "skills", "JavaScript, HTML"),
    (tool("Go"), "work", "Asked to go and see suppliers"),
    (tool("Go"), "work", "Go above and beyond for guests"),
    (tool("Excel"), "work", "Helped new hires excel in the role"),
    (tool("R"), "work", "Sorted parts into R and L bins daily by size, R. Smith signing"),
    (tool("C"), "work", "Kept vitamin C in stock"),
    (tool("Access"), "work", "Gave visitors access to the floor"),
    (skill("prior authorization", "PA"), "work", "Moved pa systems for the band"),
    (skill("prior authorization", "PA"), "work", "Drove to Erie, PA 16501"),
    (skill("records management"), "work", "Kept the records and told management on Fridays about every gap"),
    (skill("records management"), "work", "Kept records. Management praised it"),
    (skill("community relations"), "work", "Communicated with relations of patients"),
    (skill("insurance verification"), "work", "Sold insurance to 40 families"),
    (skill("patient care"), "work", "Was patient and took care of the garden"),
    (skill("data analysis"), "work", "Entered data for 200 orders"),
    (skill("wound care"), "work", "Cared for 14 residents"),
    (skill("menu development"), "work", "Read the menu to guests"),
    (duty("fill prescriptions"), "work", "Read prescriptions aloud"),
    (duty("install outlets"), "work", "Shopped at outlets"),
    (duty("greet patients"), "work", "Lifted patients with a partner"),
    (skill("C-arm"), "work", "Taught arm exercises"),
    (tool("Square"), "work", "Painted 900 square feet a day"),
    (skill("sales"), "work", "Wrote to three salespeople's families"),
    (skill("operating room", "OR experience"), "summary", "Experience in three towns"),
    (skill("ordering"), "work", "Put away the order before opening"),
    (skill("banking"), "summary", "Worked for Mr. Banks"),
    (skill("rooming"), "work", "Cleaned 16 rooms a day"),
    (skill("prior authorization", "PA"), "title", "Phlebotomist, Three Rivers Blood Center, Pittsburgh, PA"),
    (tool("C"), "skills", "Brakes, suspension, A/C"),
    (tool("GitHub"), "summary", "See github.com/example"),
    (credential("associate degree"), "work", "Coached four sales associates"),
    # said to be missing, or wished for
    (tool("Excel"), "summary", "No experience with Excel, but quick to learn"),
    (tool("QuickBooks"), "summary", "I have never used QuickBooks"),
    (skill("phlebotomy"), "summary", "Eager to learn phlebotomy"),
    (skill("chemotherapy"), "work", "No experience with chemotherapy"),
    (tool("Pyxis"), "summary", "Not familiar with Pyxis"),
    (tool("Rust"), "skills", "Go; learning Rust"),
    (skill("sterile compounding"), "summary", "You ask for someone who can learn sterile compounding"),
    (skill("nonsterile compounding"), "work", "Did sterile compounding for three wards"),
    # credentials that are not held, or not by the writer
    (credential("CPhT"), "summary", "Not certified as a CPhT"),
    (credential("CPhT"), "certificates", "Working towards CPhT"),
    (credential("CPhT"), "certificates", "CPhT exam scheduled for May 2027"),
    (credential("CPhT"), "certificates", "CPhT (in progress)"),
    (credential("CPhT"), "certificates", "CPhT, expected June 2027"),
    (credential("CPhT"), "certificates", "CPhT candidate"),
    (credential("CPhT"), "summary", "Preparing for the CPhT exam"),
    (credential("CPhT"), "summary", "Pharmacy clerk pursuing CPhT certification"),
    (credential("EFDA"), "certificates", "Studying for EFDA"),
    (credential("ACLS"), "certificates", "BLS; ACLS scheduled for January 2027"),
    (credential("RN"), "work", "Assisted RNs with 20 patients"),
    (credential("RN"), "work", "Reported changes to the RN on duty"),
    (credential("RN"), "work", "Worked under the supervision of a registered nurse"),
    (credential("CNA"), "work", "Supervised six CNAs"),
    (credential("CNA"), "school", "CNA student, Columbus State"),
    (credential("RN"), "summary", "Enrolled in an RN program, graduating in 2028"),
    (credential("LPN"), "title", "LPN Student"),
    (credential("BLS"), "work", "Kept a basic life at sea for support crews"),
    (credential("Class A CDL"), "certificates", "Commercial Driver's License, Class B"),
    (credential("OSHA 30"), "certificates", "OSHA 10"),
    (credential("bachelor's degree"), "school", "Associate of Science, 2018"),
    (credential("bachelor's degree"), "school", "Bachelor of Science in Nursing, expected May 2028"),
    (credential("CPT", "Certified Phlebotomy Technician"), "skills", "ICD-10, CPT and HCPCS coding"),
    (credential("bachelor's degree"), "school", "B.S. in Finance (in progress, expected May 2027), Ridge State"),
    (credential("bachelor's degree in Accounting"), "school", "B.A. in History, Ridge State, 2014"),
    (credential("master's degree"), "school", "B.A., Miami University, 2012"),
    (credential("MA certification"), "summary", "Moved here from Boston, MA last year"),
]
