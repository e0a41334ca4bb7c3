using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>evaluate</c> and how they become a request.</summary>
internal sealed class EvaluateSyntax
{
    private const string Never = "never";

    private static readonly Dictionary<string, Severity?> Severities = new(StringComparer.Ordinal)
    {
        ["violation"] = Severity.Violation,
        ["warning"] = Severity.Warning,
        ["advice"] = Severity.Advice,
        ["progress"] = Severity.Progress,
        [Never] = null,
    };

    private readonly MainArgument _snapshot = new("snapshot");
    private readonly ValueOption _packs = new("--packs", "dir") { IsNeeded = true };
    private readonly ValueOption _asOf = new("--as-of", "date");
    private readonly ValueOption _region = new("--region", "code");
    private readonly ValueOption _only = new("--only", "code");
    private readonly ValueOption _pack = new("--pack", "id=school") { IsRepeatable = true };
    private readonly ValueOption _inputName = new("--stdin-filename", "name");
    private readonly ValueOption _map = new("--map", "file");
    private readonly ValueOption _previous = new("--previous", "snapshot");
    private readonly ValueOption _previousMap = new("--previous-map", "file");
    private readonly ValueOption _area = new("--area", "area") { IsRepeatable = true };
    private readonly ValueOption _rule = new("--rule", "id") { IsRepeatable = true };
    private readonly ValueOption _format = new("--format", string.Join('|', OutputFormats.Names));
    private readonly ValueOption _out = new("--out", "file");
    private readonly ValueOption _problems = new("--problems", "file");
    private readonly ValueOption _encoding = new("--encoding", "name");
    private readonly ValueOption _failOn = new("--fail-on", "severity");
    private readonly FlagOption _strict = new("--strict");
    private readonly FlagOption _skipMalformed = new("--skip-malformed");
    private readonly FlagOption _all = new("--all");
    private readonly FlagOption _includePersonal = new("--include-personal");

    public Command ToCommand(string name) => new(name)
    {
        _snapshot, _packs, _asOf, _region, _only, _pack, _inputName, _map, _previous, _previousMap, _area, _rule, _format, _out, _problems, _encoding, _failOn, _strict, _skipMalformed, _all,
        _includePersonal,
    };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public EvaluateRequest Read(OptionReader options, Words words)
    {
        EvaluateRequest request = new(options.Needed(_snapshot), options.Needed(_packs))
        {
            InputName = options.Text(_inputName),
            Map = options.Text(_map),
            Previous = options.Text(_previous),
            PreviousMap = options.Text(_previousMap),
            AsOf = options.Date(_asOf),
            Run = ReadRun(options),
            Reading = ReadReading(options, words),
            Format = options.Choice(_format, OutputFormats.Table, OutputFormats.Names),
            Out = options.Text(_out),
            Problems = options.Text(_problems),
            FailOn = Severities[options.Choice(_failOn, "warning", Severities.Keys)],
            IsStrict = options.Flag(_strict),
        };
        CheckFiles(request, options, words);
        return request;
    }

    private RunOptions ReadRun(OptionReader options) => new()
    {
        Only = options.Region(_only),
        Areas = options.All(_area),
        Rules = options.All(_rule),
        SchoolPacks = options.SchoolPacks(_pack),
        IncludeAll = options.Flag(_all),
        IncludePersonal = options.Flag(_includePersonal),
    };

    private SnapshotOptions ReadReading(OptionReader options, Words words)
    {
        string? encoding = options.Text(_encoding);
        if (encoding is not null && !TextEncodings.IsKnown(encoding)) options.Refuse(words.NotAnEncoding(_encoding.Name, encoding, TextEncodings.Names));
        return new SnapshotOptions { SkipMalformed = options.Flag(_skipMalformed), DefaultRegion = options.Region(_region), Encoding = encoding };
    }

    private void CheckFiles(EvaluateRequest request, OptionReader options, Words words)
    {
        DataInput data = new(request.Data, request.InputName, Stream.Null);
        if (request.InputName is not null && !data.IsSent) options.Refuse(words.InputNameWithFile(request.Data));
        else if (data.Kind is not { } kind) CheckUnknown(data, options, words);
        else if (kind != DataKind.Tables && request.Map is not null) options.Refuse(words.MapWithJson);
        foreach (string fault in EarlierData.Faults(request, words)) options.Refuse(fault);
        if (request.Run.IncludePersonal && request.Format == OutputFormats.Table) options.Refuse(words.PersonalInTable);
        CheckOutput(request, _out.Name, request.Out, options, words);
        CheckOutput(request, _problems.Name, request.Problems, options, words);
        if (request.Problems is not { } problems) return;
        if (!ProblemFile.IsPossible(problems)) options.Refuse(words.ProblemsWantName(problems));
        else if (request.Out is { } output && InputFiles.AreSame(output, problems)) options.Refuse(words.ProblemsAreOutput(problems));
    }

    // A name without an ending is a folder's, and a folder that is not there is said to be so when it is opened.
    private static void CheckUnknown(DataInput data, OptionReader options, Words words)
    {
        if (data.Exists || Path.HasExtension(data.Name)) options.Refuse(words.UnknownKindOfData(data.Name));
    }

    private static void CheckOutput(EvaluateRequest request, string option, string? path, OptionReader options, Words words)
    {
        if (path is null) return;
        if (!OutputFile.IsPossible(path)) options.Refuse(words.NoFolderForOutput(path));
        else if (InputFiles.Includes(request, path)) options.Refuse(words.OutIsInput(option, path));
    }
}
