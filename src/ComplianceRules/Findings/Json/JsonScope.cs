using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>What stands elsewhere in a document of findings, so that not every finding tells it again; of a finding alone nothing does.</summary>
/// <remarks>For one thread and one document.</remarks>
internal sealed class JsonScope
{
    private readonly Dictionary<Instrument, string> _told = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Pack, string Id), Instrument> _instruments = [];
    private readonly Dictionary<(string Table, string Name), FieldSchema> _fields = [];
    private readonly HashSet<(string Rule, string Pack)>? _rules;
    private readonly Dictionary<string, string>? _versions;
    private (string Rule, string Pack)? _last;

    private JsonScope(bool isDocument, bool includesPersonal, HashSet<(string Rule, string Pack)>? rules, Dictionary<string, string>? versions) =>
        (IsDocument, IncludesPersonal, _rules, _versions) = (isDocument, includesPersonal, rules, versions);

    /// <summary>Whether there is a head and an end that tell something.</summary>
    public bool IsDocument { get; }

    /// <summary>Whether persons are counted exactly.</summary>
    public bool IncludesPersonal { get; }

    /// <summary>The instruments of which sources do not tell all, by pack and id in ordinal order.</summary>
    public IEnumerable<(string Pack, Instrument Instrument)> Instruments =>
        _instruments.Where(i => HasMore(i.Value)).OrderBy(i => i.Key.Pack, StringComparer.Ordinal).ThenBy(i => i.Key.Id, StringComparer.Ordinal).Select(i => (i.Key.Pack, i.Value));

    /// <summary>The fields that corrections change, by table and name in ordinal order.</summary>
    public IEnumerable<(string Table, FieldSchema Field)> Fields =>
        _fields.OrderBy(f => f.Key.Table, StringComparer.Ordinal).ThenBy(f => f.Key.Name, StringComparer.Ordinal).Select(f => (f.Key.Table, f.Value));

    /// <summary>Of a finding that stands by itself.</summary>
    public static JsonScope Alone() => new(isDocument: false, includesPersonal: false, null, null);

    /// <summary>Of lines whose head is written last: it will tell of every rule and pack.</summary>
    /// <param name="includesPersonal">Whether persons are counted exactly.</param>
    public static JsonScope Lines(bool includesPersonal) => new(isDocument: true, includesPersonal, null, null);

    /// <summary>Of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    public static JsonScope Of(Assessment assessment)
    {
        Dictionary<string, string> versions = new(StringComparer.Ordinal);
        foreach (PackIdentity pack in assessment.Packs) versions[pack.Id] = pack.Version;
        return new JsonScope(isDocument: true, assessment.IncludesPersonal, [.. assessment.Rules.Select(r => (r.Rule, r.Pack))], versions);
    }

    /// <summary>Whether the head has the title and the area of a rule.</summary>
    public bool TellsRule(string rule, string pack)
    {
        if (!IsDocument) return false;
        if (_rules is null || (_last is { } last && ReferenceEquals(rule, last.Rule) && ReferenceEquals(pack, last.Pack))) return true;
        if (!_rules.Contains((rule, pack))) return false;
        _last = (rule, pack);
        return true;
    }

    /// <summary>Whether the head says that a pack has a version.</summary>
    public bool TellsVersion(string pack, string version) => IsDocument && (_versions is null || (_versions.TryGetValue(pack, out string? told) && told == version));

    /// <summary>Whether the end of the document tells the rest of an instrument; from now on it does where it can.</summary>
    public bool TellsInstrument(string pack, Instrument instrument)
    {
        if (!IsDocument) return false;
        if (_told.TryGetValue(instrument, out string? of) && of == pack) return true;
        if (!_instruments.TryAdd((pack, instrument.Id), instrument) && _instruments[(pack, instrument.Id)] != instrument) return false;
        _told[instrument] = pack;
        return true;
    }

    /// <summary>Whether the end of the document tells what a field is; from now on it does where it can.</summary>
    public bool TellsField(string table, FieldSchema field)
    {
        if (!IsDocument) return false;
        return _fields.TryAdd((table, field.Name), field) || ReferenceEquals(_fields[(table, field.Name)], field);
    }

    private static bool HasMore(Instrument instrument) => instrument is not { Kind: InstrumentKind.Notice, Effective: null, Note: null };
}
