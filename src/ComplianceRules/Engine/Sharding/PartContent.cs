using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What the lines of a part say, but for the findings themselves, of which it is known where they stand.</summary>
/// <remarks>Filled while the part is read, then only read. What a line lacks or has that it cannot have is an exception of whatever kind, which the reader of the part takes for damage.</remarks>
/// <param name="head">The first line.</param>
internal sealed class PartContent(PartHead head)
{
    private readonly ArrayBufferWriter<byte> _facts = new();

    /// <summary>The first line.</summary>
    public PartHead Head => head;

    /// <summary>For each rule the findings of single rows, with the keys of the rows, as they stand in the part.</summary>
    public List<(PartFinding Place, string Key)>[] Findings { get; } = [.. head.Rules.Select(_ => new List<(PartFinding, string)>())];

    /// <summary>For each rule how many rows have which verdict.</summary>
    public VerdictCounts[] Counts { get; } = [.. head.Rules.Select(_ => VerdictCounts.None)];

    /// <summary>For each rule the rows that one finding stands for.</summary>
    public LackingRows[] Lacking { get; } = [.. head.Rules.Select(_ => new LackingRows(0, [], FoundRows.None))];

    /// <summary>For each school its place in the whole data.</summary>
    public Dictionary<string, int> Schools { get; } = new(StringComparer.Ordinal);

    /// <summary>What the overview of all schools needs.</summary>
    public OverviewShare Overview { get; } = new();

    /// <summary>What was found of the waivers; null where there are none.</summary>
    public WaiverTally? Waivers { get; private set; }

    /// <summary>The digest of the data, and what it is of.</summary>
    public (string Kind, string Digest)? Data { get; private set; }

    /// <summary>What reading the data found.</summary>
    public DataReport Report { get; private set; } = DataReport.Empty;

    /// <summary>The facts for rules that need all schools.</summary>
    public Stream Facts() => MemoryMarshal.TryGetArray(_facts.WrittenMemory, out ArraySegment<byte> bytes) ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : Stream.Null;

    /// <summary>Takes a line behind the first.</summary>
    /// <param name="line">The line.</param>
    /// <param name="offset">Where it begins.</param>
    public void Take(ReadOnlyMemory<byte> line, long offset)
    {
        if (line.Span.StartsWith("{\"rule\":"u8)) TakeFinding(line.Span, offset);
        else
        {
            using JsonDocument document = JsonDocument.Parse(line);
            Take(document.RootElement);
        }
    }

    private void Take(JsonElement line)
    {
        JsonProperty first = line.EnumerateObject().First();
        switch (first.Name)
        {
            case PartKeys.Counted:
                TakeCounts(first.Value.GetInt32(), line);
                break;
            case PartKeys.School:
                TakeSchool(first.Value.GetString()!, line);
                break;
            case PartKeys.Waivers:
                Waivers = new WaiverTally([.. first.Value.EnumerateArray().Select(CountOf)], [.. line.GetProperty("overlaps").EnumerateArray().Select(o => (o[0].GetInt32(), o[1].GetInt32()))]);
                break;
            case PartKeys.Data:
                Data = (line.GetProperty("of").GetString()!, first.Value.GetString()!);
                Report = ReportRecord.Read(new ByteReader(line.GetProperty("report").GetBytesFromBase64()));
                break;
            case PartKeys.Facts:
                _facts.Write(first.Value.GetBytesFromBase64());
                break;
            default:
                throw new FormatException(first.Name);
        }
    }

    private void TakeFinding(ReadOnlySpan<byte> line, long offset)
    {
        Utf8JsonReader reader = new(line);
        reader.Read();
        int rule = NumberOf(ref reader, PartKeys.Rule);
        int chunk = NumberOf(ref reader, "chunk");
        int school = NumberOf(ref reader, "at");
        string key = TextOf(ref reader, "key");
        Verdict verdict = FindingNames.Verdicts[TextOf(ref reader, "verdict")];
        Enter(ref reader, "finding");
        int start = (int)reader.TokenStartIndex;
        Findings[rule].Add((new PartFinding(chunk, school, verdict, offset + start, line.Length - start - 1), key));
    }

    private void TakeCounts(int rule, JsonElement line)
    {
        Counts[rule] = VerdictsOf(line.GetProperty("verdicts"));
        Lacking[rule] = new LackingRows(
            line.GetProperty("lacking").GetInt32(),
            [.. line.GetProperty("facts").EnumerateObject().Select(f => new MissingFact(f.Name, FindingNames.UnknownReasons[f.Value.GetString()!]))],
            FoundRows.None);
        if (line.TryGetProperty("measure", out JsonElement measure)) Overview.Add(head.Rules[rule], MeasureOf(measure));
    }

    private void TakeSchool(string school, JsonElement line)
    {
        if (!head.Shard.Has(school)) throw new FormatException(school);
        Schools.Add(school, line.GetProperty("at").GetInt32());
        foreach (JsonProperty area in line.GetProperty("areas").EnumerateObject())
        {
            Severity? gravest = area.Value.TryGetProperty("gravest", out JsonElement severity) ? FindingNames.Severities[severity.GetString()!] : null;
            Overview.Of(area.Name).Add(school, new AreaVerdicts(VerdictsOf(area.Value.GetProperty("verdicts")), gravest));
        }
    }

    private static MeasureTally MeasureOf(JsonElement measure) => new(
        measure.GetProperty("rows").GetInt64(),
        [.. measure.GetProperty("counts").EnumerateArray().Select(c => new MeasuredCount(c[0].GetDouble(), c[1].GetInt32(), c[2].GetInt32(), c[3].GetInt32()))],
        measure.GetProperty("limits").EnumerateArray().ToDictionary(l => new HeldLimit(l[0].GetDouble(), l[1].GetBoolean(), l[2].GetBoolean()), l => l[3].GetInt64()));

    private static VerdictCounts VerdictsOf(JsonElement counts) => new(counts[0].GetInt64(), counts[1].GetInt64(), counts[2].GetInt64(), counts[3].GetInt64(), counts[4].GetInt64());

    private static WaiverCount CountOf(JsonElement count) =>
        new(count[0].GetInt64(), count[1].GetInt64(), count[2].GetInt64(), count[3].GetBoolean(), count[4].GetBoolean(), count[5].GetBoolean());

    private static void Enter(ref Utf8JsonReader reader, string key)
    {
        reader.Read();
        if (!reader.ValueTextEquals(key)) throw new FormatException(key);
        reader.Read();
    }

    private static int NumberOf(ref Utf8JsonReader reader, string key)
    {
        Enter(ref reader, key);
        return reader.GetInt32();
    }

    private static string TextOf(ref Utf8JsonReader reader, string key)
    {
        Enter(ref reader, key);
        return reader.GetString()!;
    }
}
