using CsvHelper;

namespace ComplianceRules.Benchmarks;

/// <summary>Reads the tables by CsvHelper's <c>Parse&lt;T&gt;</c> field by field, straight into structs, columns looked up once.</summary>
internal sealed class CsvParseNation
{
    private readonly ReadRows _rows = new();
    private readonly Dictionary<long, int> _schools = [];

    public NationRows Read(string folder)
    {
        _rows.Clear();
        _schools.Clear();
        using (CsvReader reader = CsvReader.FromFile(Path.Combine(folder, "school.csv"))) ReadSchools(reader);
        using (CsvReader reader = CsvReader.FromFile(Path.Combine(folder, "class.csv"))) ReadClasses(reader);
        return _rows.Rows();
    }

    private void ReadSchools(CsvReader reader)
    {
        reader.ReadHeader();
        int[] at = [.. FactWriter.OfSchool.Select(name => reader.GetFieldIndex(name))];
        while (reader.Read())
        {
            int row = _rows.AddSchool();
            _schools.Add(reader.Parse<long>(at[0]), row);
            Read(reader, at, ref _rows.School(row));
        }
    }

    private static void Read(CsvReader reader, int[] at, ref SchoolFacts facts)
    {
        int known = 0;
        for (int i = 4; i < at.Length; i++) known |= (reader.IsEmpty(at[i]) ? 0 : 1) << (i - 4);
        facts.Known = (ushort)known;
        facts.Region = reader.Parse<int>(at[2]);
        SchoolFact has = (SchoolFact)known;
        if ((has & SchoolFact.Type) != 0) facts.Type = (byte)Code(reader.GetSpan(at[4]), 'p', 'j', 'n', 's');
        if ((has & SchoolFact.Boarding) != 0) facts.Boarding = reader.Parse<bool>(at[5]);
        if ((has & SchoolFact.NoonRest) != 0) facts.NoonRest = reader.Parse<bool>(at[6]);
        if ((has & SchoolFact.Canteen) != 0) facts.Canteen = reader.Parse<bool>(at[7]);
        if ((has & SchoolFact.Pupils) != 0) facts.Pupils = reader.Parse<ushort>(at[8]);
        if ((has & SchoolFact.Teachers) != 0) facts.Teachers = reader.Parse<ushort>(at[9]);
        if ((has & SchoolFact.PlaygroundArea) != 0) facts.PlaygroundArea = reader.Parse<ushort>(at[10]);
        if ((has & SchoolFact.Books) != 0) facts.Books = reader.Parse<int>(at[11]);
        if ((has & SchoolFact.Participation) != 0) facts.Participation = (ushort)Words.Tenths(reader.Parse<double>(at[12]))!;
        if ((has & SchoolFact.SafetyDrills) != 0) facts.SafetyDrills = reader.Parse<byte>(at[13]);
        if ((has & SchoolFact.Doctors) != 0) facts.Doctors = reader.Parse<byte>(at[14]);
        if ((has & SchoolFact.Funding) != 0) facts.Funding = reader.Parse<double>(at[15]);
    }

    private void ReadClasses(CsvReader reader)
    {
        reader.ReadHeader();
        int[] at = [.. FactWriter.OfClass.Select(name => reader.GetFieldIndex(name))];
        int parent = reader.GetFieldIndex("school");
        (long last, int school) = (-1L, -1);
        while (reader.Read())
        {
            long id = reader.Parse<long>(parent);
            if (id != last) (last, school) = (id, _schools[id]);
            ref ClassFacts facts = ref _rows.Class(_rows.AddClass());
            facts.School = school;
            Read(reader, at, ref facts);
        }
    }

    private static void Read(CsvReader reader, int[] at, ref ClassFacts facts)
    {
        int known = 0;
        for (int i = 3; i < at.Length; i++) known |= (reader.IsEmpty(at[i]) ? 0 : 1) << (i - 3);
        facts.Known = (ushort)known;
        facts.Grade = reader.Parse<byte>(at[1]);
        facts.Stage = (byte)Code(reader.GetSpan(at[2]), 'p', 'j', 's', '\0');
        ClassFact has = (ClassFact)known;
        if ((has & ClassFact.Kind) != 0) facts.Kind = (byte)Code(reader.GetSpan(at[3]), 'o', 'm', 's', '\0');
        if ((has & ClassFact.Enrolment) != 0) facts.Enrolment = reader.Parse<byte>(at[4]);
        if ((has & ClassFact.WrittenMinutes) != 0) facts.WrittenMinutes = reader.Parse<byte>(at[5]);
        if ((has & ClassFact.ActivityMinutes) != 0) facts.ActivityMinutes = reader.Parse<ushort>(at[6]);
        if ((has & ClassFact.PeLessons) != 0) facts.PeLessons = reader.Parse<byte>(at[7]);
        if ((has & ClassFact.LessonsStart) != 0) facts.LessonsStart = (ushort)Words.Minutes(reader.GetSpan(at[8]));
        if ((has & ClassFact.LightsOut) != 0) facts.LightsOut = (ushort)Words.Evening(Words.Minutes(reader.GetSpan(at[9])));
        if ((has & ClassFact.SleepHours) != 0) facts.SleepHours = (byte)Words.Tenths(reader.Parse<double>(at[10]))!;
        if ((has & ClassFact.ExamsTerm) != 0) facts.ExamsTerm = reader.Parse<byte>(at[11]);
        if ((has & ClassFact.RoomArea) != 0) facts.RoomArea = (ushort)Words.Tenths(reader.Parse<double>(at[12]))!;
        if ((has & ClassFact.MyopiaRate) != 0) facts.MyopiaRate = reader.Parse<double>(at[13]);
        if ((has & ClassFact.PhonesInClass) != 0) facts.PhonesInClass = reader.Parse<bool>(at[14]);
        if ((has & ClassFact.ParentsMark) != 0) facts.ParentsMark = reader.Parse<bool>(at[15]);
    }

    // The words of these fields differ in their first letters; the last code is that of all others.
    private static int Code(ReadOnlySpan<byte> word, char first, char second, char third, char fourth) =>
        word[0] == first ? 0 : word[0] == second ? 1 : word[0] == third ? 2 : word[0] == fourth ? 3 : 4;
}
