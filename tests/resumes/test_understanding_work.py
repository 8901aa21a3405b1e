"""Jobs and education in the many ways that people set them, occupation by occupation."""

import pytest

from resumes.review.reading import read_text
from resumes.review.understanding import understand

TOP = "Jordan Avery\njordan.avery@example.test\n(555) 555-0100\n\n"

# The text of the section; title, employer, place, first and last date of each job.
JOBS = [
    (
        """EXPERIENCE
Registered Nurse | Mercy General Hospital | Sacramento, CA | Jan 2020 – Present
• Cared for patients
ER Tech | Sutter Clinic | Davis, CA | 06/2017 – 12/2019
• Stocked rooms""",
        [
            ("Registered Nurse", "Mercy General Hospital", "Sacramento, CA", "2020-01", "now"),
            ("ER Tech", "Sutter Clinic", "Davis, CA", "2017-06", "2019-12"),
        ],
    ),
    (
        """EXPERIENCE
Mercy General Hospital — Sacramento, CA    2019 – Present
Charge Nurse
• Led a unit of 24 beds
Sutter Clinic — Davis, CA    2015 – 2019
Staff Nurse
• Triage""",
        [
            ("Charge Nurse", "Mercy General Hospital", "Sacramento, CA", "2019", "now"),
            ("Staff Nurse", "Sutter Clinic", "Davis, CA", "2015", "2019"),
        ],
    ),
    (
        """WORK EXPERIENCE
Target Optical, Optician, 2018-present
- Fit frames
Lens Barn, Sales Clerk, 2015-2018
- Sold frames""",
        [("Optician", "Target Optical", None, "2018", "now"), ("Sales Clerk", "Lens Barn", None, "2015", "2018")],
    ),
    (
        """Experience

2019-2022
Delivery Driver
Speedy Parcel
Tulsa, OK
- Delivered 150 parcels a day

2016-2019
Dishwasher
Mama's Kitchen
Tulsa, OK
- Washed dishes""",
        [
            ("Delivery Driver", "Speedy Parcel", "Tulsa, OK", "2019", "2022"),
            ("Dishwasher", "Mama's Kitchen", "Tulsa, OK", "2016", "2019"),
        ],
    ),
    (
        """Employment

Acme Widgets, Inc.
Springfield, IL
Quality Inspector
March 2018 to August 2021
* Inspected parts

Bright Plastics
Decatur, IL
Machine Operator
May 2014 to March 2018
* Ran presses""",
        [
            ("Quality Inspector", "Acme Widgets, Inc.", "Springfield, IL", "2018-03", "2021-08"),
            ("Machine Operator", "Bright Plastics", "Decatur, IL", "2014-05", "2018-03"),
        ],
    ),
    (
        """Professional Experience

SENIOR BOOKKEEPER, Hall & Ng CPAs, Boise, ID (2016 to Present)
• Payroll for 40 clients
• Quarterly returns

BOOKKEEPER, Treasure Tile, Meridian, ID (2012 to 2016)
• AP and AR""",
        [
            ("SENIOR BOOKKEEPER", "Hall & Ng CPAs", "Boise, ID", "2016", "now"),
            ("BOOKKEEPER", "Treasure Tile", "Meridian, ID", "2012", "2016"),
        ],
    ),
    (
        """Experience
Store Manager, Dollar Depot (Macon, GA), August 2020 – Present
• Opened two stores
Assistant Manager, Dollar Depot (Macon, GA), June 2018 – July 2020
• Hired staff""",
        [
            ("Store Manager", "Dollar Depot", "Macon, GA", "2020-08", "now"),
            ("Assistant Manager", "Dollar Depot", "Macon, GA", "2018-06", "2020-07"),
        ],
    ),
    (
        """Experience
Google
Software Engineer III    Mountain View, CA
Feb 2021 – Present
• Built things
Stripe
Software Engineer    San Francisco, CA
Jul 2018 – Jan 2021
• Built other things""",
        [
            ("Software Engineer III", "Google", "Mountain View, CA", "2021-02", "now"),
            ("Software Engineer", "Stripe", "San Francisco, CA", "2018-07", "2021-01"),
        ],
    ),
    (
        """WORK HISTORY
Walmart, Paducah, KY
Overnight Stocker, 10/2021 - Present
Stocked shelves and unloaded trucks.
Kroger, Paducah, KY
Bagger, 05/2019 - 10/2021
Bagged groceries and gathered carts.""",
        [
            ("Overnight Stocker", "Walmart", "Paducah, KY", "2021-10", "now"),
            ("Bagger", "Kroger", "Paducah, KY", "2019-05", "2021-10"),
        ],
    ),
    (
        """Experience

Teacher's Aide at Lincoln Elementary School, Fargo ND
September 2019 - June 2023
- helped two teachers

Nanny for the Olson family
2016 - 2019
- cared for twins""",
        [
            ("Teacher's Aide", "Lincoln Elementary School", "Fargo ND", "2019-09", "2023-06"),
            ("Nanny", "the Olson family", None, "2016", "2019"),
        ],
    ),
    (
        """EXPERIENCE
CITY OF MESA                                   Mesa, AZ
Water Treatment Operator II                    2017 - Present
- Test samples hourly
Water Treatment Operator I                     2014 - 2017
- Rounds and readings
ARIZONA FEED                                   Gilbert, AZ
Warehouse Hand                                 2011 - 2014
- Loaded hay""",
        [
            ("Water Treatment Operator II", "CITY OF MESA", "Mesa, AZ", "2017", "now"),
            ("Water Treatment Operator I", "CITY OF MESA", "Mesa, AZ", "2014", "2017"),
            ("Warehouse Hand", "ARIZONA FEED", "Gilbert, AZ", "2011", "2014"),
        ],
    ),
    (
        """Work Experience:

Company: Sunrise Landscaping
Position: Crew Leader
Dates: 4/2015 - 11/2022
Location: Ocala, FL
Duties: mowing, edging, irrigation repair

Company: Ocala Nursery
Position: Laborer
Dates: 2012 - 2015
Duties: potting, loading""",
        [
            ("Crew Leader", "Sunrise Landscaping", "Ocala, FL", "2015-04", "2022-11"),
            ("Laborer", "Ocala Nursery", None, "2012", "2015"),
        ],
    ),
    (
        """Experience
Pastry Chef • Maison Blanc • Austin, TX • 2020–Present
- Laminated doughs
Baker • Daily Bread • Austin, TX • 2017–2020
- Sourdough""",
        [
            ("Pastry Chef", "Maison Blanc", "Austin, TX", "2020", "now"),
            ("Baker", "Daily Bread", "Austin, TX", "2017", "2020"),
        ],
    ),
    (
        """Employment History
01/15/2019 - 03/31/2023: Loss Prevention Officer, Macy's, Paramus, NJ
01/02/2016 - 01/10/2019: Cashier, Stop & Shop, Paramus, NJ""",
        [
            ("Loss Prevention Officer", "Macy's", "Paramus, NJ", "2019-01", "2023-03"),
            ("Cashier", "Stop & Shop", "Paramus, NJ", "2016-01", "2019-01"),
        ],
    ),
    (
        """Professional Experience

Johns Hopkins Hospital, Baltimore, MD                      June 2016 – Present
Clinical Research Coordinator
    • Enrolled 400 participants
    • Submitted IRB documents

University of Maryland Medical Center, Baltimore, MD       May 2013 – June 2016
Research Assistant, Department of Psychiatry
    • Collected data""",
        [
            ("Clinical Research Coordinator", "Johns Hopkins Hospital", "Baltimore, MD", "2016-06", "now"),
            (
                "Research Assistant, Department of Psychiatry",
                "University of Maryland Medical Center",
                "Baltimore, MD",
                "2013-05",
                "2016-06",
            ),
        ],
    ),
    (
        """Work experience

Sous Chef
The Blue Door, Portland ME — since 2021
Line of six, dinner only. Wrote the fall menu and trained two cooks on the grill.

Cook
Harbor Fish House, Portland ME — 2017 to 2021
Fry and saute in a 200 seat house.""",
        [
            ("Sous Chef", "The Blue Door", "Portland ME", "2021", "now"),
            ("Cook", "Harbor Fish House", "Portland ME", "2017", "2021"),
        ],
    ),
    (
        """RELEVANT EXPERIENCE
U.S. Navy, Norfolk, VA
Hospital Corpsman (HM2)                     Aug 2015 - Aug 2021
- Sick call for 300 sailors
Sentara Leigh Hospital, Norfolk, VA
Patient Care Technician                     Oct 2021 - Present
- Vitals, EKG""",
        [
            ("Hospital Corpsman (HM2)", "U.S. Navy", "Norfolk, VA", "2015-08", "2021-08"),
            ("Patient Care Technician", "Sentara Leigh Hospital", "Norfolk, VA", "2021-10", "now"),
        ],
    ),
    (
        """Experience

MARKETING MANAGER
Lumen Skincare | New York, NY | 2020 - Present
• Ran campaigns

MARKETING ASSOCIATE
Pebble & Co. | New York, NY | 2017 - 2020
• Wrote emails""",
        [
            ("MARKETING MANAGER", "Lumen Skincare", "New York, NY", "2020", "now"),
            ("MARKETING ASSOCIATE", "Pebble & Co.", "New York, NY", "2017", "2020"),
        ],
    ),
    (
        """Career History

Jan 2018 – Dec 2022    Barclays Bank, London, UK
                       Business Analyst
                       • Wrote requirements

Sep 2015 – Dec 2017    Capita plc, Leeds, UK
                       Junior Analyst
                       • Ran reports""",
        [
            ("Business Analyst", "Barclays Bank", "London, UK", "2018-01", "2022-12"),
            ("Junior Analyst", "Capita plc", "Leeds, UK", "2015-09", "2017-12"),
        ],
    ),
    (
        """EXPERIENCE
Maintenance Technician
Hilltop Apartments, 2014–present
Unclogged drains, painted units and fixed HVAC for 200 apartments.
Answered after-hours calls.
Custodian
Hilltop Middle School, 2010–2014
Cleaned 14 classrooms nightly.""",
        [
            ("Maintenance Technician", "Hilltop Apartments", None, "2014", "now"),
            ("Custodian", "Hilltop Middle School", None, "2010", "2014"),
        ],
    ),
    (
        """Experience
Insurance Agent, State Farm, Peoria, IL, 3/2017–9/2023
Teller, First Mid Bank, Mattoon, IL, 6/2014–3/2017""",
        [
            ("Insurance Agent", "State Farm", "Peoria, IL", "2017-03", "2023-09"),
            ("Teller", "First Mid Bank", "Mattoon, IL", "2014-06", "2017-03"),
        ],
    ),
    (
        """Experience

Journeyman Plumber                              2015 - Present
IBEW contractor jobs through Local 12

Apprentice Plumber                              2010 - 2015
Rooter Kings, San Diego""",
        [
            ("Journeyman Plumber", "IBEW contractor jobs through Local 12", None, "2015", "now"),
            ("Apprentice Plumber", "Rooter Kings", "San Diego", "2010", "2015"),
        ],
    ),
    (
        """Experience

Veterinary Receptionist, Paws & Claws Animal Hospital
Chico, California
April 2022 – Present (2 yrs 8 mos)
- Booked visits

Kennel Attendant, Paws & Claws Animal Hospital
Chico, California
June 2020 – April 2022 (1 yr 11 mos)
- Walked dogs""",
        [
            ("Veterinary Receptionist", "Paws & Claws Animal Hospital", "Chico, California", "2022-04", "now"),
            ("Kennel Attendant", "Paws & Claws Animal Hospital", "Chico, California", "2020-06", "2022-04"),
        ],
    ),
    (
        """Experience
Dec 2019 - Current: Crew Trainer, McDonald's, Reno NV
Train new crew on grill and counter.
May 2018 - Nov 2019: Lifeguard, YMCA of Reno
Guarded the pool.""",
        [
            ("Crew Trainer", "McDonald's", "Reno NV", "2019-12", "now"),
            ("Lifeguard", "YMCA of Reno", None, "2018-05", "2019-11"),
        ],
    ),
    (
        """EXPERIENCE
Independent Contractor, Interior Painter, 2012 – Present
Cedar Rapids, Iowa
- Bid and painted 30 homes a year
Hy-Vee, Deli Clerk, 2009 – 2012
Cedar Rapids, Iowa
- Sliced meats""",
        [
            ("Interior Painter", "Independent Contractor", "Cedar Rapids, Iowa", "2012", "now"),
            ("Deli Clerk", "Hy-Vee", "Cedar Rapids, Iowa", "2009", "2012"),
        ],
    ),
]

# The same with the number of items below each.
JOBS_WITH_ITEMS = [
    (
        """EXPERIENCE
Northwind Logistics, Columbus, OH
A third-party logistics company with 400 employees.
Dispatcher                                      March 2019 – Present
• Route 40 trucks a day
Key achievements:
• Cut empty miles by 12%
• Named employee of the year 2022
Load Planner                                    May 2017 – March 2019
• Planned loads""",
        [
            ("Dispatcher", "Northwind Logistics", "Columbus, OH", "2019-03", "now", 3),
            ("Load Planner", "Northwind Logistics", "Columbus, OH", "2017-05", "2019-03", 1),
        ],
    ),
    (
        """Work History
Home Depot
1200 Main St, Joplin, MO 64801
(417) 555-0133
Lot Associate, 6/2021 - 2/2023
Supervisor: Dale Reed
Reason for leaving: moved
- gathered carts
- loaded lumber for customers

Sonic Drive-In
Joplin, MO
Carhop, 5/2019 - 6/2021
- took orders""",
        [
            ("Lot Associate", "Home Depot", "Joplin, MO 64801", "2021-06", "2023-02", 2),
            ("Carhop", "Sonic Drive-In", "Joplin, MO", "2019-05", "2021-06", 1),
        ],
    ),
    (
        """Experience
Project Engineer
Turner Construction | Dallas, TX | 08/2020 – Present
Managed submittals and RFIs on a $40M hospital project
Coordinated 12 subcontractors and weekly meetings
Tracked change orders in Procore
Field Engineer
Beck Group | Dallas, TX | 06/2018 – 08/2020
Surveyed control points and checked formwork
Wrote daily reports""",
        [
            ("Project Engineer", "Turner Construction", "Dallas, TX", "2020-08", "now", 3),
            ("Field Engineer", "Beck Group", "Dallas, TX", "2018-06", "2020-08", 2),
        ],
    ),
    (
        """Professional Experience
2021 – Present  Respiratory Therapist, Level I trauma center
                Grady Example Hospital, Atlanta, GA
   - Ventilator management in a 40-bed ICU
2018 – 2021     Respiratory Therapist
                Emory Sample Clinic, Decatur, GA
   - PFTs and education""",
        [
            ("Respiratory Therapist, Level I trauma center", "Grady Example Hospital", "Atlanta, GA", "2021", "now", 1),
            ("Respiratory Therapist", "Emory Sample Clinic", "Decatur, GA", "2018", "2021", 1),
        ],
    ),
    (
        """EMPLOYMENT HISTORY

NIGHT SHIFT SUPERVISOR
WAFFLE HOUSE, VALDOSTA GA
JAN 2018 TO PRESENT
RESPONSIBLE FOR CREW OF 6, CASH DROPS, SCHEDULES.

GRILL OPERATOR
WAFFLE HOUSE, VALDOSTA GA
JUNE 2015 TO JAN 2018
COOKED TO ORDER.""",
        [
            ("NIGHT SHIFT SUPERVISOR", "WAFFLE HOUSE", "VALDOSTA GA", "2018-01", "now", 0),
            ("GRILL OPERATOR", "WAFFLE HOUSE", "VALDOSTA GA", "2015-06", "2018-01", 0),
        ],
    ),
    (
        """Experience

Tesla, Fremont, CA – Production Associate
(August 2021 - May 2023)
• Installed seats on the Model Y line

Amazon, Tracy, CA – Fulfillment Associate
(October 2019 - August 2021)
• Picked 120 units an hour""",
        [
            ("Production Associate", "Tesla", "Fremont, CA", "2021-08", "2023-05", 1),
            ("Fulfillment Associate", "Amazon", "Tracy, CA", "2019-10", "2021-08", 1),
        ],
    ),
    (
        """Work Experience
Lead Cosmetologist, Great Cuts                           2019 to Present
Tampa, Florida
• Color and cuts
Cosmetologist, JCPenney Salon                            2015 to 2019
Brandon, Florida
• Blowouts""",
        [
            ("Lead Cosmetologist", "Great Cuts", "Tampa, Florida", "2019", "now", 1),
            ("Cosmetologist", "JCPenney Salon", "Brandon, Florida", "2015", "2019", 1),
        ],
    ),
    (
        """Experience
Senior Consultant
Deloitte
New York City
2018 - 2021
- Advised banks
Analyst
Goldman Sachs
New York City
2015 - 2018
- Built models""",
        [
            ("Senior Consultant", "Deloitte", "New York City", "2018", "2021", 1),
            ("Analyst", "Goldman Sachs", "New York City", "2015", "2018", 1),
        ],
    ),
    (
        """Professional Experience:
• Welder/Fabricator – Bluegrass Steel – Lexington, KY – 2016 to Present
• Welder – Kentucky Trailer – Louisville, KY – 2012 to 2016
• General Labor – various temp agencies – 2010 to 2012""",
        [
            ("Welder/Fabricator", "Bluegrass Steel", "Lexington, KY", "2016", "now", 0),
            ("Welder", "Kentucky Trailer", "Louisville, KY", "2012", "2016", 0),
            ("General Labor", "various temp agencies", None, "2010", "2012", 0),
        ],
    ),
    (
        """Experience
Caregiver — Comfort Keepers (Eugene, Oregon)
Oct 2020 – now
Helped six clients with meals, bathing and rides to the doctor.
Night Attendant — Willamette View Assisted Living (Eugene, Oregon)
Feb 2018 – Oct 2020
Made rounds every two hours and answered call lights.""",
        [
            ("Caregiver", "Comfort Keepers", "Eugene, Oregon", "2020-10", "now", 0),
            ("Night Attendant", "Willamette View Assisted Living", "Eugene, Oregon", "2018-02", "2020-10", 0),
        ],
    ),
    (
        """Experience
IT Support Specialist, Clark County School District, Las Vegas, NV, July 2019 to Present
Resolve 20 tickets a day. Imaged 400 laptops in the summer of 2020. Wrote the wiki.
Geek Squad Agent, Best Buy, Henderson, NV, March 2016 to July 2019
Repaired phones and PCs; sold protection plans.""",
        [
            ("IT Support Specialist", "Clark County School District", "Las Vegas, NV", "2019-07", "now", 0),
            ("Geek Squad Agent", "Best Buy", "Henderson, NV", "2016-03", "2019-07", 0),
        ],
    ),
    (
        """EXPERIENCE
Army National Guard — 68W Combat Medic, Sergeant
June 2014 – June 2022
• Treated casualties
FreshMart — Night Manager
2019 – present
• Ran nights""",
        [
            ("68W Combat Medic, Sergeant", "Army National Guard", None, "2014-06", "2022-06", 1),
            ("Night Manager", "FreshMart", None, "2019", "now", 1),
        ],
    ),
    (
        """Experience

Spanish Teacher, grades 6-8
Roosevelt Middle School, Yonkers, NY
August 2016 - June 2024

- Taught 130 students a year
- Ran the spelling bee

Substitute Teacher
Yonkers Public Schools
2014 - 2016

- Covered all grades""",
        [
            ("Spanish Teacher, grades 6-8", "Roosevelt Middle School", "Yonkers, NY", "2016-08", "2024-06", 2),
            ("Substitute Teacher", "Yonkers Public Schools", None, "2014", "2016", 1),
        ],
    ),
    (
        """Work Experience
Stay-at-home parent                      2012 – 2020
Raised two children; ran the school book fair each spring
Retail Associate, Kohl's                 2008 – 2012
Sorted, folded and sold""",
        [
            ("Stay-at-home parent", None, None, "2012", "2020", 0),
            ("Retail Associate", "Kohl's", None, "2008", "2012", 0),
        ],
    ),
    (
        """PROFESSIONAL EXPERIENCE
ABC Heating & Air – Wichita, KS
HVAC Service Technician – 05/2018-Present
• Service calls
XYZ Mechanical – Wichita, KS
Sheet Metal Apprentice – 06/2015-05/2018
• Fabricated duct""",
        [
            ("HVAC Service Technician", "ABC Heating & Air", "Wichita, KS", "2018-05", "now", 1),
            ("Sheet Metal Apprentice", "XYZ Mechanical", "Wichita, KS", "2015-06", "2018-05", 1),
        ],
    ),
    (
        """Experience
Barista, Starbucks, 2022
- Made drinks
Crew, Chipotle, 2021
- Rolled burritos""",
        [("Barista", "Starbucks", None, "2022", "2022", 1), ("Crew", "Chipotle", None, "2021", "2021", 1)],
    ),
    (
        """Professional Experience

Licensed Practical Nurse (LPN)
Golden Years Care Center, Topeka, Kansas
September 2019–Present

Administer medications to 30 residents per shift
Supervise 4 CNAs
Document in PointClickCare

Certified Nurse Aide (CNA)
Golden Years Care Center, Topeka, Kansas
January 2017–September 2019

Assisted residents with ADLs
Recorded vital signs""",
        [
            ("Licensed Practical Nurse (LPN)", "Golden Years Care Center", "Topeka, Kansas", "2019-09", "now", 3),
            ("Certified Nurse Aide (CNA)", "Golden Years Care Center", "Topeka, Kansas", "2017-01", "2019-09", 2),
        ],
    ),
]

# Award, school and end of each entry.
EDUCATION = [
    (
        "EDUCATION\nBachelor of Science in Nursing, University of Akron, Akron, OH, May 2018",
        [("Bachelor of Science in Nursing", "University of Akron", "2018-05")],
    ),
    (
        "EDUCATION\nUniversity of Akron, Akron, OH\nBSN, May 2018\nGPA 3.7",
        [("BSN", "University of Akron", "2018-05")],
    ),
    (
        "EDUCATION\nUniversity of Akron\nMaster of Science in Nursing, 2022\nBachelor of Science in Nursing, 2018",
        [
            ("Master of Science in Nursing", "University of Akron", "2022"),
            ("Bachelor of Science in Nursing", "University of Akron", "2018"),
        ],
    ),
    (
        "Education\n2014 - 2018\nB.A. in English\nOberlin College\n2010 - 2014\nHigh School Diploma\nLincoln High School",
        [("B.A. in English", "Oberlin College", "2018"), ("High School Diploma", "Lincoln High School", "2014")],
    ),
    (
        "Education\nGED, 2009",
        [("GED", None, "2009")],
    ),
    (
        "EDUCATION\nHigh School Diploma - Westside High School - Omaha, NE - 2015",
        [("High School Diploma", "Westside High School", "2015")],
    ),
    (
        "EDUCATION\nWestside High School, Omaha, NE                 2015",
        [(None, "Westside High School", "2015")],
    ),
    (
        "Education\nAssociate of Applied Science, Culinary Arts | Johnson County Community College | 2016\nCertificate, Baking | Johnson County Community College | 2014",
        [
            ("Associate of Applied Science, Culinary Arts", "Johnson County Community College", "2016"),
            ("Certificate, Baking", "Johnson County Community College", "2014"),
        ],
    ),
    (
        "Education:\nB.S. Accounting from Ball State University, 2011\nMinor in Finance",
        [("B.S. Accounting", "Ball State University", "2011")],
    ),
    (
        "EDUCATION\nStanford University                              Stanford, CA\nB.S. in Computer Science                         Expected June 2027\nRelevant Coursework: Algorithms, Databases\nActivities: ACM chapter president",
        [("B.S. in Computer Science", "Stanford University", "2027-06")],
    ),
    (
        "Education\n\nMBA\nXavier University, Cincinnati, OH\n2019\n\nBBA, Marketing\nMiami University, Oxford, OH\n2014",
        [("MBA", "Xavier University", "2019"), ("BBA, Marketing", "Miami University", "2014")],
    ),
    (
        "EDUCATION AND TRAINING\nOhio Technical College, Cleveland OH — Diesel Technology Diploma — 2013\nOSHA 10 Training — 2014",
        [("Diesel Technology Diploma", "Ohio Technical College", "2013"), ("OSHA 10 Training", None, "2014")],
    ),
    (
        "Education\nSome college coursework, Pima Community College, 2010-2012",
        [("Some college coursework", "Pima Community College", "2012")],
    ),
    (
        "Education\nBachelor's Degree in Psychology\nUniversity of Oregon, Eugene, OR\nGraduated: June 2015",
        [("Bachelor's Degree in Psychology", "University of Oregon", "2015-06")],
    ),
    (
        "EDUCATION\nIndian Institute of Technology, Madras, India — B.Tech, Mechanical Engineering (2008–2012)",
        [("B.Tech, Mechanical Engineering", "Indian Institute of Technology", "2012")],
    ),
    (
        "EDUCATION\nPh.D. in Chemistry, 2015, Rice University, Houston, TX\nDissertation: Small molecules\nB.S. in Chemistry, 2009, Trinity University, San Antonio, TX",
        [("Ph.D. in Chemistry", "Rice University", "2015"), ("B.S. in Chemistry", "Trinity University", "2009")],
    ),
    (
        "Education\nLincoln Tech, Automotive Technology, graduated 2016",
        [("Automotive Technology", "Lincoln Tech", "2016")],
    ),
    (
        "Education\nNorth High, diploma, class of 2019",
        [("diploma", "North High", "2019")],
    ),
    (
        "EDUCATION\nHarvard Extension School, Cambridge, MA\nMaster of Liberal Arts, Management (in progress)",
        [("Master of Liberal Arts, Management", "Harvard Extension School", None)],
    ),
    (
        "EDUCATION\nCosmetology License Program, 1500 hours\nPaul Mitchell The School, Tampa, FL\nAugust 2017",
        [("Cosmetology License Program, 1500 hours", "Paul Mitchell The School", "2017-08")],
    ),
    (
        "Education\nCNA Program - Red Cross, 2020\nHigh School Equivalency (GED), State of Texas, 2018",
        [("CNA Program", "Red Cross", "2020"), ("High School Equivalency (GED)", "State of Texas", "2018")],
    ),
    (
        "Education\n• B.S. Civil Engineering, Purdue University, 2014\n• Diploma, Avon High School, 2010",
        [("B.S. Civil Engineering", "Purdue University", "2014"), ("Diploma", "Avon High School", "2010")],
    ),
]


def text(piece):
    return piece and piece.text


def dates(period):
    return (None, None) if period is None else (period.starts_on, "now" if period.is_current else period.ends_on)


@pytest.mark.parametrize(("section", "jobs"), JOBS)
def test_jobs(section, jobs):
    found = understand(read_text(TOP + section), "resume").jobs

    assert [(text(job.title), text(job.employer), text(job.location), *dates(job.period)) for job in found] == jobs


@pytest.mark.parametrize(("section", "jobs"), JOBS_WITH_ITEMS)
def test_jobs_with_their_items(section, jobs):
    found = understand(read_text(TOP + section), "resume").jobs

    assert [
        (text(job.title), text(job.employer), text(job.location), *dates(job.period), len(job.bullets)) for job in found
    ] == jobs


@pytest.mark.parametrize(("section", "entries"), EDUCATION)
def test_education(section, entries):
    found = understand(read_text(TOP + section), "resume").education

    assert [(text(entry.award), text(entry.school), dates(entry.period)[1]) for entry in found] == entries
