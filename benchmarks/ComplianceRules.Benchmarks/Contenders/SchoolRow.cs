using System.Globalization;
using CsvHelper;

namespace ComplianceRules.Benchmarks;

/// <summary>A school as an object with facts that may be null: what serializers of JSON and CSV make.</summary>
[CsvRecord]
internal sealed partial class SchoolRow
{
    [CsvColumn("id")]
    public string? Id { get; set; }

    [CsvColumn("name")]
    public string? Name { get; set; }

    [CsvColumn("region")]
    public string? Region { get; set; }

    [CsvColumn("schooling_system")]
    public string? SchoolingSystem { get; set; }

    [CsvColumn("school_type")]
    public string? SchoolType { get; set; }

    [CsvColumn("boarding")]
    public bool? Boarding { get; set; }

    [CsvColumn("noon_rest")]
    public bool? NoonRest { get; set; }

    [CsvColumn("canteen")]
    public bool? Canteen { get; set; }

    [CsvColumn("pupils")]
    public int? Pupils { get; set; }

    [CsvColumn("teachers")]
    public int? Teachers { get; set; }

    [CsvColumn("playground_area")]
    public int? PlaygroundArea { get; set; }

    [CsvColumn("books")]
    public int? Books { get; set; }

    [CsvColumn("participation")]
    public double? Participation { get; set; }

    [CsvColumn("safety_drills")]
    public int? SafetyDrills { get; set; }

    [CsvColumn("doctors")]
    public int? Doctors { get; set; }

    [CsvColumn("funding")]
    public double? Funding { get; set; }

    /// <summary>The classes, in JSON only.</summary>
    [CsvIgnore]
    public List<ClassRow> Classes { get; set; } = [];

    /// <summary>The facts as the hand-written rules want them.</summary>
    public SchoolFacts Facts()
    {
        SchoolFacts facts = new() { Region = int.Parse(Region!, CultureInfo.InvariantCulture) };
        Known known = default;
        facts.Type = (byte)known.Take(SchoolType is { } type ? Words.Code(Names.SchoolTypes, type) : null);
        facts.Boarding = known.Take(Boarding);
        facts.NoonRest = known.Take(NoonRest);
        facts.Canteen = known.Take(Canteen);
        facts.Pupils = (ushort)known.Take(Pupils);
        facts.Teachers = (ushort)known.Take(Teachers);
        facts.PlaygroundArea = (ushort)known.Take(PlaygroundArea);
        facts.Books = known.Take(Books);
        facts.Participation = (ushort)known.Take(Words.Tenths(Participation));
        facts.SafetyDrills = (byte)known.Take(SafetyDrills);
        facts.Doctors = (byte)known.Take(Doctors);
        facts.Funding = known.Take(Funding);
        facts.Known = (ushort)known.Bits;
        return facts;
    }
}
