using System.Globalization;
using System.Text;

namespace ComplianceRules.Benchmarks;

/// <summary>Writes a made-up nation as snapshot JSON, or as NDJSON with a school a line, in the memory of one school.</summary>
internal sealed class JsonNation
{
    private const ulong Shuffling = 0x5348_5546;

    private static readonly byte[][] ClassKeys = [.. FactWriter.OfClass.Select(Key)];
    private static readonly byte[][] SchoolKeys = [.. FactWriter.OfSchool.Append("classes").Select(Key)];

    private readonly MadeUpNation _nation;
    private readonly Utf8Text _text;
    private readonly FactWriter _facts;
    private readonly bool _isPretty;
    private readonly KeyOrder _classOrder = new(ClassKeys.Length);
    private readonly KeyOrder _schoolOrder = new(SchoolKeys.Length);
    private readonly ClassFacts[] _classes;
    private SplitMix64 _shuffling;

    private JsonNation(MadeUpNation nation, Stream output, bool isPretty)
    {
        _nation = nation;
        _text = new Utf8Text(output);
        _facts = new FactWriter(_text, isJson: true, nation.Shape.HasNames);
        _isPretty = isPretty;
        _classes = new ClassFacts[nation.Shape.ClassesOfASchool];
        _shuffling = SplitMix64.Of(nation.Shape.Seed ^ Shuffling, 0);
    }

    /// <summary>Writes one document.</summary>
    public static void Write(MadeUpNation nation, Stream output) => new JsonNation(nation, output, nation.Shape.IsPretty).WriteDocument();

    /// <summary>Writes a line for the head and one for each school.</summary>
    public static void WriteLines(MadeUpNation nation, Stream output) => new JsonNation(nation, output, isPretty: false).WriteLines();

    private void WriteDocument()
    {
        WriteHead();
        _text.Write(_isPretty ? ",\n  \"schools\": ["u8 : ",\"schools\":["u8);
        for (int school = 0; school < _nation.Shape.Schools; school++)
        {
            if (school > 0) _text.Write(","u8);
            WriteLine(4);
            WriteSchool(school);
        }

        WriteLine(2);
        _text.Write("]"u8);
        WriteLine(0);
        _text.Write("}\n"u8);
        _text.Flush();
    }

    private void WriteLines()
    {
        WriteHead();
        _text.Write("}\n"u8);
        for (int school = 0; school < _nation.Shape.Schools; school++)
        {
            WriteSchool(school);
            _text.Write("\n"u8);
        }

        _text.Flush();
    }

    private void WriteHead()
    {
        string date = NationText.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        _text.Write(_isPretty
            ? $"{{\n  \"schemaVersion\": 1,\n  \"date\": \"{date}\",\n  \"title\": \"{NationText.Title}\",\n  \"covers\": [\"CN\"]"
            : $"{{\"schemaVersion\":1,\"date\":\"{date}\",\"title\":\"{NationText.Title}\",\"covers\":[\"CN\"]");
        if (_nation.Shape.HasNames) WriteRegions();
    }

    private void WriteRegions()
    {
        string[] regions = [.. PlaceNames.Regions(_nation.Regions).Prepend((0, "nation", "中国"))
            .Select(r => string.Create(CultureInfo.InvariantCulture, $"{{\"code\":\"{(r.Item1 == 0 ? "CN" : r.Item1)}\",\"level\":\"{r.Item2}\",\"name\":\"{r.Item3}\"}}"))];
        _text.Write(_isPretty ? ",\n  \"regions\": [\n    " : ",\"regions\":[");
        _text.Write(string.Join(_isPretty ? ",\n    " : ",", regions));
        _text.Write(_isPretty ? "\n  ]" : "]");
    }

    private void WriteSchool(int number)
    {
        _nation.Make(number, out SchoolFacts school, _classes);
        if (_nation.Shape.HasShuffledKeys) _schoolOrder.Shuffle(ref _shuffling);
        bool isFirst = true;
        foreach (int key in _schoolOrder.Next)
        {
            WriteKey(SchoolKeys[key], 6, isFirst);
            isFirst = false;
            if (key == FactWriter.OfSchool.Length) WriteClasses();
            else _facts.Write(key, in school, _nation.SerialOf(number));
        }

        WriteLine(4);
        _text.Write("}"u8);
    }

    private void WriteClasses()
    {
        _text.Write("["u8);
        for (int i = 0; i < _classes.Length; i++)
        {
            if (i > 0) _text.Write(","u8);
            WriteLine(8);
            WriteClass(i);
        }

        WriteLine(6);
        _text.Write("]"u8);
    }

    private void WriteClass(int at)
    {
        if (_nation.Shape.HasShuffledKeys) _classOrder.Shuffle(ref _shuffling);
        int serial = MadeUpNation.SerialOf(_classes, at);
        bool isFirst = true;
        foreach (int key in _classOrder.Next)
        {
            WriteKey(ClassKeys[key], 10, isFirst);
            isFirst = false;
            _facts.Write(key, in _classes[at], serial);
        }

        WriteLine(8);
        _text.Write("}"u8);
    }

    private void WriteKey(byte[] key, int indentation, bool isFirst)
    {
        _text.Write(isFirst ? "{"u8 : ","u8);
        WriteLine(indentation);
        _text.Write(key);
        if (_isPretty) _text.Write(" "u8);
    }

    private void WriteLine(int indentation)
    {
        if (!_isPretty) return;
        _text.Write("\n"u8);
        _text.WriteSpaces(indentation);
    }

    private static byte[] Key(string name) => Encoding.UTF8.GetBytes($"\"{name}\":");
}
