"""First names that are common in the UK, without those that are words, months or places too."""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
    Aaliyah Aaron Abdul Abdullah Abigail Adam Adele Agnes Ahmed Aidan Aisha Alan Alana Alasdair Alastair Alex Alexander
    Alexandra Alfie Ali Alice Alicia Alisha Alison Amanda Amelia Amina Amir Amy Anastasia Andrea Andrew Angela Angus
    Anita Anna Annabel Anne Annie Anthony Antonia Archie Ari Arthur Arun Asha Ashley Ava Ayesha Barbara Barry Beatrice
    Becky Ben Benjamin Bethany Beverley Bilal Billy Brandon Brenda Brian Bryn Caitlin Callum Cameron Carl Carla Carol
    Caroline Carrie Casey Catherine Cathy Charles Charlie Charlotte Chloe Chris Christina Christine Christopher Claire
    Connor Craig Dan Daniel Danielle Darren Dave David Dawid Debbie Deborah Declan Denise Dennis Derek Dez Diana Diane
    Dominic Donna Dorothy Douglas Dylan Eddie Edward Eilidh Elaine Eleanor Elena Elijah Elizabeth Ella Ellie Elliot
    Emily Emma Eric Erin Ethan Eva Eve Evie Ewan Fatima Felix Fiona Frances Francesca Fraser Freddie Freya Gareth Gary
    Gavin Gemma George Georgia Georgina Gerald Gillian Gordon Graham Greg Hamza Hana Hannah Harriet Harry Hassan
    Hayley Helen Henry Holly Hussain Ian Ibrahim Imani Imran Iqra Irene Isaac Isabel Isabella Isla Ismail
    Jacob Jacqueline Jake James Jamie Jane Janet Janice Jasmine Jason Jayden Jean Jeffrey Jemma Jen Jenna Jennifer
    Jenny Jeremy Jermaine Jess Jessica Jim Jimmy Joan Joanna Joanne Jodie Joe Joel John Johnny Jonathan Jordan Joseph
    Josh Joshua Joyce Judith Julia Julian Julie Justin Kai Karen Kate Katherine Kathleen Katie Kayla Kayleigh Keira
    Keith Kelly Kenneth Kerry Kevin Khadija Kieran Kim Kimberley Kirsty Kyle Laura Lauren Leah Leanne Lee Leon Leroy
    Leslie Lewis Liam Linda Lindsay Lisa Liz Logan Lorraine Louis Louise Lucas Lucy Luke Lydia Lynn Maggie Malcolm
    Marcus Margaret Maria Marie Marion Mariam Martha Martin Mary Maryam Mateusz Matt Matthew Maureen Maya Megan Mel
    Melanie Melissa Mia Michael Michelle Mick Mike Millie Mohammed Mohamed Moira Molly Monica Morag Morgan Muhammad
    Mustafa Nadia Naomi Natalie Natasha Nathan Neil Niamh Nicholas Nick Nicola Nicole Nigel Noah Noor Nora Norman
    Oliver Olivia Omar Oscar Owen Pamela Patricia Patrick Paul Paula Pauline Peter Phil Philip Phillip Phoebe Priya
    Rachael Rachel Raj Ralph Ravi Raymond Rebecca Reece Rhys Richard Ricky Riley Rita Robert Roger Ronald Rory Rosie
    Ross Roxanne Ruth Ryan Sadia Sally Sam Samantha Samina Samir Samuel Sana Sandra Sara Sarah Scott Sean Sebastian
    Shane Shannon Sharon Shaun Sheila Shirley Sian Simon Sofia Sophia Sophie Sorush Stacey Stephanie Stephen Steve
    Steven Stuart Susan Suzanne Tahir Tanya Tara Teresa Terry Tessa Theo Theresa Thomas Tim Timothy Tina Toby Todd Tom
    Tommy Toni Tony Tracey Tracy Trevor Tyler Valerie Vanessa Vera Veronica Vicky Victoria Vincent Wayne Wendy William
    Yasmin Yusuf Yvonne Zahra Zainab Zara Zoe Zofia
    """.split()  # noqa: SIM905 - names are read as names
)
