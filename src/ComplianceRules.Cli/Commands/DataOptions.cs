using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options that say which data is read and how, and by which packs and day it is judged.</summary>
internal sealed class DataOptions
{
    public MainArgument Snapshot { get; } = new("snapshot");

    public ValueOption Packs { get; } = new("--packs", "dir") { IsNeeded = true };

    public ValueOption AsOf { get; } = new("--as-of", "date");

    public ValueOption Region { get; } = new("--region", "code");

    public ValueOption Pack { get; } = new("--pack", "id=school") { IsRepeatable = true };

    public ValueOption InputName { get; } = new("--stdin-filename", "name");

    public ValueOption Map { get; } = new("--map", "file");

    public ValueOption Previous { get; } = new("--previous", "snapshot");

    public ValueOption PreviousMap { get; } = new("--previous-map", "file");

    public ValueOption Waivers { get; } = new("--waivers", "file");

    public ValueOption Encoding { get; } = new("--encoding", "name");

    public FlagOption Strict { get; } = new("--strict");

    public FlagOption SkipMalformed { get; } = new("--skip-malformed");

    /// <summary>What is asked for so far; where the reader has problems afterwards, it means nothing.</summary>
    public EvaluateRequest Read(OptionReader options) => Read(options, options.Needed(Snapshot), options.Needed(Packs));

    /// <summary>The same of data and packs that the command names otherwise.</summary>
    public EvaluateRequest Read(OptionReader options, string snapshot, string packs) => new(snapshot, packs)
    {
        InputName = options.Text(InputName),
        Map = options.Text(Map),
        Previous = options.Text(Previous),
        PreviousMap = options.Text(PreviousMap),
        Waivers = options.Text(Waivers),
        AsOf = options.Date(AsOf),
        Run = new RunOptions { SchoolPacks = options.SchoolPacks(Pack) },
        Reading = ReadReading(options),
        IsStrict = options.Flag(Strict),
    };

    /// <summary>Refuses names that do not say what the data is, and what does not go with it.</summary>
    public static void Check(EvaluateRequest request, OptionReader options, Words words)
    {
        CheckInput(request, options, words);
        CheckData(request, options, words);
        foreach (string fault in EarlierData.Faults(request, words)) options.Refuse(fault);
    }

    // The name of a database is checked before anything repeats it.
    private static void CheckData(EvaluateRequest request, OptionReader options, Words words)
    {
        DataInput data = new(request.Data, request.InputName, Stream.Null);
        if (DatabaseInput.Fault(request.Data, words) is { } unusable)
        {
            options.Refuse(unusable);
            return;
        }

        if (request.InputName is not null && !data.IsSent && request.Previous != DataInput.StandardInput) options.Refuse(words.InputNameWithFile(request.Data));
        else if (data.Kind is not { } kind) CheckUnknown(data, options, words);
        else if (kind is not (DataKind.Tables or DataKind.Database) && request.Map is not null) options.Refuse(words.MapWithJson);
    }

    // What is sent can be read only once; the mapping of the data is read again for earlier tables that have none of their own.
    private static void CheckInput(EvaluateRequest request, OptionReader options, Words words)
    {
        (string Name, string? Path)[] files = [("<snapshot>", request.Data), ("--map", request.Map), ("--previous", request.Previous), ("--previous-map", request.PreviousMap), ("--waivers", request.Waivers)];
        string[] sent = [.. files.Where(f => f.Path == DataInput.StandardInput).Select(f => f.Name)];
        if (sent.Length > 1) options.Refuse(words.StandardInputTwice(sent));
        else if (request is { Map: DataInput.StandardInput, Previous: not null, PreviousMap: null }) options.Refuse(words.StandardInputTwice(["--map", "--previous"]));
    }

    private SnapshotOptions ReadReading(OptionReader options)
    {
        string? encoding = options.Text(Encoding);
        if (encoding is not null && !TextEncodings.IsKnown(encoding)) options.Refuse(options.Words.NotAnEncoding(Encoding.Name, encoding, TextEncodings.Names));
        return new SnapshotOptions { SkipMalformed = options.Flag(SkipMalformed), DefaultRegion = options.Region(Region), Encoding = encoding };
    }

    // A name without an ending is a folder's, and a folder that is not there is said to be so when it is opened.
    private static void CheckUnknown(DataInput data, OptionReader options, Words words)
    {
        if (data.Exists || Path.HasExtension(data.Name)) options.Refuse(words.Guess(words.UnknownKindOfData(data.Name), data.Exists ? null : NearFile.Of(data.Name)));
    }
}
