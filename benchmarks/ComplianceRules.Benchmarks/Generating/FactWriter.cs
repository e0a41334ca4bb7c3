namespace ComplianceRules.Benchmarks;

/// <summary>Writes one fact after another as JSON or as cells of CSV.</summary>
/// <param name="text">Where to.</param>
/// <param name="isJson">Whether texts are quoted and missing facts are null; else a missing fact is an empty cell.</param>
/// <param name="hasNames">Whether schools have names of their own; else they are numbered.</param>
internal sealed class FactWriter(Utf8Text text, bool isJson, bool hasNames)
{
    /// <summary>The fields of a class in their order: id, grade, stage, then those of <see cref="ClassFact"/>.</summary>
    public static string[] OfClass { get; } =
    [
        "id", "grade", "stage", "kind", "enrolment", "written_minutes", "activity_minutes", "pe_lessons", "lessons_start", "lights_out", "sleep_hours", "exams_term",
        "room_area", "myopia_rate", "phones_in_class", "parents_mark",
    ];

    /// <summary>The fields of a school in their order: id, name, region, schooling system, then those of <see cref="SchoolFact"/>.</summary>
    public static string[] OfSchool { get; } =
    [
        "id", "name", "region", "schooling_system", "school_type", "boarding", "noon_rest", "canteen", "pupils", "teachers", "playground_area", "books", "participation",
        "safety_drills", "doctors", "funding",
    ];

    /// <summary>Writes a fact of a class.</summary>
    /// <param name="field">The field's place in <see cref="OfClass"/>.</param>
    /// <param name="row">The class.</param>
    /// <param name="serial">Its number within its grade.</param>
    public void Write(int field, in ClassFacts row, int serial)
    {
        if (field > 2 && (row.Known >> (field - 3) & 1) == 0) WriteMissing();
        else if (field == 0) WriteText(Names.ClassId(row.Grade, serial));
        else WriteKnown(field, in row);
    }

    /// <summary>Writes a fact of a school.</summary>
    /// <param name="field">The field's place in <see cref="OfSchool"/>.</param>
    /// <param name="row">The school.</param>
    /// <param name="serial">Its number within its county.</param>
    public void Write(int field, in SchoolFacts row, int serial)
    {
        if (field > 3 && (row.Known >> (field - 4) & 1) == 0) WriteMissing();
        else if (field == 0) WriteText(Names.SchoolId(row.Region, serial));
        else if (field == 1) WriteText(hasNames ? PlaceNames.Of(in row, serial) : Names.SchoolName(serial));
        else WriteKnown(field, in row);
    }

    /// <summary>Writes the id of a school.</summary>
    public void WriteSchool(int region, int serial) => WriteText(Names.SchoolId(region, serial));

    private void WriteKnown(int field, in ClassFacts row)
    {
        switch (field)
        {
            case 1: text.Write(row.Grade); break;
            case 2: WriteText(Names.Stages[row.Stage]); break;
            case 3: WriteText(Names.Kinds[row.Kind]); break;
            case 4: text.Write(row.Enrolment); break;
            case 5: text.Write(row.WrittenMinutes); break;
            case 6: text.Write(row.ActivityMinutes); break;
            case 7: text.Write(row.PeLessons); break;
            case 8: WriteTime(row.LessonsStart); break;
            case 9: WriteTime(row.LightsOut); break;
            case 10: text.Write(row.SleepHours, 10); break;
            case 11: text.Write(row.ExamsTerm); break;
            case 12: text.Write(row.RoomArea, 10); break;
            case 13: text.Write((long)Math.Round(row.MyopiaRate * 100), 100); break;
            case 14: WriteBool(row.PhonesInClass); break;
            default: WriteBool(row.ParentsMark); break;
        }
    }

    private void WriteKnown(int field, in SchoolFacts row)
    {
        switch (field)
        {
            case 2: WriteText(row.Region.ToString(System.Globalization.CultureInfo.InvariantCulture)); break;
            case 3: WriteText(Names.SchoolingSystem); break;
            case 4: WriteText(Names.SchoolTypes[row.Type]); break;
            case 5: WriteBool(row.Boarding); break;
            case 6: WriteBool(row.NoonRest); break;
            case 7: WriteBool(row.Canteen); break;
            case 8: text.Write(row.Pupils); break;
            case 9: text.Write(row.Teachers); break;
            case 10: text.Write(row.PlaygroundArea); break;
            case 11: text.Write(row.Books); break;
            case 12: text.Write(row.Participation, 10); break;
            case 13: text.Write(row.SafetyDrills); break;
            case 14: text.Write(row.Doctors); break;
            default: text.Write((long)Math.Round(row.Funding * 100), 100); break;
        }
    }

    private void WriteMissing()
    {
        if (isJson) text.Write("null"u8);
    }

    private void WriteBool(bool value) => text.Write(value ? "true"u8 : "false"u8);

    private void WriteTime(int minutes)
    {
        if (isJson) text.Write("\""u8);
        text.WriteTime(minutes);
        if (isJson) text.Write("\""u8);
    }

    private void WriteText(string value)
    {
        if (isJson) text.Write("\""u8);
        text.Write(value);
        if (isJson) text.Write("\""u8);
    }
}
