using System.Text.Json;

namespace ComplianceRules.Benchmarks;

/// <summary>Reads snapshot JSON by a <see cref="Utf8JsonReader"/> straight into structs: what a good programmer writes by hand where time counts.</summary>
/// <remarks>Names are told apart by their length first; nothing is allocated once the arrays have grown. What it does not do: ranges, duplicate keys, unknown keys, places.</remarks>
internal sealed class Utf8JsonNation
{
    private readonly ReadRows _rows = new();
    private byte[] _buffer = [];

    /// <summary>Reads a file into a buffer that is kept, and the rows out of it.</summary>
    public NationRows Read(string path)
    {
        using Microsoft.Win32.SafeHandles.SafeFileHandle file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        int length = checked((int)RandomAccess.GetLength(file));
        if (_buffer.Length < length) _buffer = GC.AllocateUninitializedArray<byte>(length);
        for (int read = 0; read < length;) read += RandomAccess.Read(file, _buffer.AsSpan(read, length - read), read);
        return Read(_buffer.AsSpan(0, length));
    }

    private NationRows Read(ReadOnlySpan<byte> json)
    {
        _rows.Clear();
        Utf8JsonReader reader = new(json);
        Expect(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("schools"u8)) ReadSchools(ref reader);
            else reader.Skip();
        }

        return _rows.Rows();
    }

    private void ReadSchools(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject) ReadSchool(ref reader);
    }

    private void ReadSchool(ref Utf8JsonReader reader)
    {
        int row = _rows.AddSchool();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("classes"u8)) ReadClasses(ref reader, row);
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                _rows.NameSchool(row, (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            }
            else ReadFact(ref reader, ref _rows.School(row));
        }
    }

    private void ReadClasses(ref Utf8JsonReader reader, int school)
    {
        Expect(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            int row = _rows.AddClass();
            ref ClassFacts facts = ref _rows.Class(row);
            facts.School = school;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueSpan.Length != 2) ReadFact(ref reader, ref facts);
                else
                {
                    reader.Read();
                    _rows.NameClass(row, (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
                }
            }
        }
    }

    private static void ReadFact(ref Utf8JsonReader reader, ref ClassFacts facts)
    {
        ClassFact fact = FactOfClass(in reader, out bool isGrade);
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return;
        facts.Known |= (ushort)fact;
        switch (fact)
        {
            case ClassFact.None when isGrade: facts.Grade = (byte)reader.GetInt32(); break;
            case ClassFact.None: facts.Stage = (byte)(reader.ValueTextEquals("primary"u8) ? 0 : reader.ValueTextEquals("junior"u8) ? 1 : 2); break;
            case ClassFact.Kind: facts.Kind = (byte)(reader.ValueTextEquals("ordinary"u8) ? 0 : reader.ValueTextEquals("mixed"u8) ? 1 : 2); break;
            case ClassFact.Enrolment: facts.Enrolment = (byte)reader.GetInt32(); break;
            case ClassFact.WrittenMinutes: facts.WrittenMinutes = (byte)reader.GetInt32(); break;
            case ClassFact.ActivityMinutes: facts.ActivityMinutes = (ushort)reader.GetInt32(); break;
            case ClassFact.PeLessons: facts.PeLessons = (byte)reader.GetInt32(); break;
            case ClassFact.LessonsStart: facts.LessonsStart = (ushort)Words.Minutes(reader.ValueSpan); break;
            case ClassFact.LightsOut: facts.LightsOut = (ushort)Words.Evening(Words.Minutes(reader.ValueSpan)); break;
            case ClassFact.SleepHours: facts.SleepHours = (byte)Words.Tenths(reader.ValueSpan); break;
            case ClassFact.ExamsTerm: facts.ExamsTerm = (byte)reader.GetInt32(); break;
            case ClassFact.RoomArea: facts.RoomArea = (ushort)Words.Tenths(reader.ValueSpan); break;
            case ClassFact.MyopiaRate: facts.MyopiaRate = reader.GetDouble(); break;
            case ClassFact.PhonesInClass: facts.PhonesInClass = reader.GetBoolean(); break;
            default: facts.ParentsMark = reader.GetBoolean(); break;
        }
    }

    private static ClassFact FactOfClass(in Utf8JsonReader reader, out bool isGrade)
    {
        isGrade = false;
        ReadOnlySpan<byte> name = reader.ValueSpan;
        switch (name.Length)
        {
            case 4 when name.SequenceEqual("kind"u8): return ClassFact.Kind;
            case 5 when name.SequenceEqual("grade"u8): isGrade = true; return ClassFact.None;
            case 5 when name.SequenceEqual("stage"u8): return ClassFact.None;
            case 9 when name.SequenceEqual("enrolment"u8): return ClassFact.Enrolment;
            case 9 when name.SequenceEqual("room_area"u8): return ClassFact.RoomArea;
            case 10 when name.SequenceEqual("pe_lessons"u8): return ClassFact.PeLessons;
            case 10 when name.SequenceEqual("lights_out"u8): return ClassFact.LightsOut;
            case 10 when name.SequenceEqual("exams_term"u8): return ClassFact.ExamsTerm;
            case 11 when name.SequenceEqual("sleep_hours"u8): return ClassFact.SleepHours;
            case 11 when name.SequenceEqual("myopia_rate"u8): return ClassFact.MyopiaRate;
            case 12 when name.SequenceEqual("parents_mark"u8): return ClassFact.ParentsMark;
            case 13 when name.SequenceEqual("lessons_start"u8): return ClassFact.LessonsStart;
            case 15 when name.SequenceEqual("written_minutes"u8): return ClassFact.WrittenMinutes;
            case 15 when name.SequenceEqual("phones_in_class"u8): return ClassFact.PhonesInClass;
            case 16 when name.SequenceEqual("activity_minutes"u8): return ClassFact.ActivityMinutes;
            default: throw new FormatException("a class has a key that is none of its facts");
        }
    }

    private static void ReadFact(ref Utf8JsonReader reader, ref SchoolFacts facts)
    {
        SchoolFact fact = FactOfSchool(in reader, out bool isRegion);
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return;
        facts.Known |= (ushort)fact;
        switch (fact)
        {
            case SchoolFact.None when isRegion: facts.Region = Words.Tenths(reader.ValueSpan) / 10; break;
            case SchoolFact.None: break;
            case SchoolFact.Type: facts.Type = TypeOf(in reader); break;
            case SchoolFact.Boarding: facts.Boarding = reader.GetBoolean(); break;
            case SchoolFact.NoonRest: facts.NoonRest = reader.GetBoolean(); break;
            case SchoolFact.Canteen: facts.Canteen = reader.GetBoolean(); break;
            case SchoolFact.Pupils: facts.Pupils = (ushort)reader.GetInt32(); break;
            case SchoolFact.Teachers: facts.Teachers = (ushort)reader.GetInt32(); break;
            case SchoolFact.PlaygroundArea: facts.PlaygroundArea = (ushort)reader.GetInt32(); break;
            case SchoolFact.Books: facts.Books = reader.GetInt32(); break;
            case SchoolFact.Participation: facts.Participation = (ushort)Words.Tenths(reader.ValueSpan); break;
            case SchoolFact.SafetyDrills: facts.SafetyDrills = (byte)reader.GetInt32(); break;
            case SchoolFact.Doctors: facts.Doctors = (byte)reader.GetInt32(); break;
            default: facts.Funding = reader.GetDouble(); break;
        }
    }

    private static SchoolFact FactOfSchool(in Utf8JsonReader reader, out bool isRegion)
    {
        isRegion = false;
        ReadOnlySpan<byte> name = reader.ValueSpan;
        switch (name.Length)
        {
            case 5 when name.SequenceEqual("books"u8): return SchoolFact.Books;
            case 6 when name.SequenceEqual("pupils"u8): return SchoolFact.Pupils;
            case 6 when name.SequenceEqual("region"u8): isRegion = true; return SchoolFact.None;
            case 7 when name.SequenceEqual("canteen"u8): return SchoolFact.Canteen;
            case 7 when name.SequenceEqual("doctors"u8): return SchoolFact.Doctors;
            case 7 when name.SequenceEqual("funding"u8): return SchoolFact.Funding;
            case 8 when name.SequenceEqual("boarding"u8): return SchoolFact.Boarding;
            case 8 when name.SequenceEqual("teachers"u8): return SchoolFact.Teachers;
            case 9 when name.SequenceEqual("noon_rest"u8): return SchoolFact.NoonRest;
            case 11 when name.SequenceEqual("school_type"u8): return SchoolFact.Type;
            case 13 when name.SequenceEqual("participation"u8): return SchoolFact.Participation;
            case 13 when name.SequenceEqual("safety_drills"u8): return SchoolFact.SafetyDrills;
            case 15 when name.SequenceEqual("playground_area"u8): return SchoolFact.PlaygroundArea;
            default: return SchoolFact.None;
        }
    }

    private static byte TypeOf(in Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("primary"u8)) return 0;
        if (reader.ValueTextEquals("junior"u8)) return 1;
        if (reader.ValueTextEquals("nine_year"u8)) return 2;
        return (byte)(reader.ValueTextEquals("senior"u8) ? 3 : 4);
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType token)
    {
        if (!reader.Read() || reader.TokenType != token) throw new FormatException($"{token} was expected");
    }
}
