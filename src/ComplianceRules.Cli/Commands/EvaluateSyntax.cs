using System.Collections.Immutable;
using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;
using ComplianceRules.Reports;
using ComplianceRules.Sql;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>evaluate</c> and how they become a request.</summary>
internal sealed class EvaluateSyntax
{
    private static readonly ImmutableSortedDictionary<string, SqlRest> Rests = ImmutableSortedDictionary<string, SqlRest>.Empty.WithComparers(StringComparer.Ordinal).Add("alone", SqlRest.LeaveOut).Add("with-rest", SqlRest.JudgeInProcess);

    private readonly DataOptions _data = new();
    private readonly ValueOption _only = new("--only", "code");
    private readonly ValueOption _area = new("--area", "area") { IsRepeatable = true };
    private readonly ValueOption _rule = new("--rule", "id") { IsRepeatable = true };
    private readonly ValueOption _format = new("--format", string.Join('|', OutputFormats.Names));
    private readonly ValueOption _out = new("--out", "file");
    private readonly ValueOption _problems = new("--problems", "file");
    private readonly ValueOption _failOn = new("--fail-on", string.Join('|', SeverityNames.All));
    private readonly ValueOption _compareWith = new("--compare-with", "assessment");
    private readonly ValueOption _ending = new("--waivers-ending", "days");
    private readonly ValueOption _list = new("--list", "count");
    private readonly ValueOption _shard = new("--shard", "i/n");
    private readonly ValueOption _inDatabase = new("--in-database", string.Join('|', Rests.Keys));
    private readonly FlagOption _all = new("--all");
    private readonly FlagOption _corrections = new("--corrections");
    private readonly FlagOption _includePersonal = new("--include-personal");

    public Command ToCommand(string name) => new(name)
    {
        _data.Snapshot, _data.Packs, _data.AsOf, _data.Region, _only, _data.Pack, _data.InputName, _data.Map, _data.Previous, _data.PreviousMap, _data.Waivers, _ending, _area, _rule, _shard, _inDatabase, _format,
        _list, _out, _compareWith, _problems, _data.Encoding, _failOn, _data.Strict, _data.SkipMalformed, _all, _corrections, _includePersonal,
    };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public EvaluateRequest Read(OptionReader options, Words words)
    {
        EvaluateRequest data = _data.Read(options);
        EvaluateRequest request = data with
        {
            Run = ReadRun(data.Run, options),
            Format = options.Choice(_format, OutputFormats.Table, OutputFormats.Names),
            Out = options.Output(_out),
            Problems = options.Text(_problems),
            Shard = ReadShard(options, words),
            InDatabase = options.Text(_inDatabase) is null ? null : Rests[options.Choice(_inDatabase, "alone", Rests.Keys)],
            FailOn = SeverityNames.Read(options, _failOn),
            CompareWith = options.Text(_compareWith),
            MostListed = options.Count(_list, new ReportOptions().MostListed),
        };
        CheckFiles(request, options, words);
        if (request.InDatabase is not null) InDatabaseCheck.Refuse(request, _inDatabase.Name, NotInDatabase(options), options, words);
        return request.Format == OutputFormats.Page ? request with { Run = request.Run with { Overview = true } } : request;
    }

    private RunOptions ReadRun(RunOptions run, OptionReader options) => run with
    {
        Only = options.Region(_only),
        Areas = options.All(_area),
        Rules = options.All(_rule),
        WaiversEndingWithin = options.Days(_ending, run.WaiversEndingWithin),
        IncludeAll = options.Flag(_all),
        Corrections = options.Flag(_corrections),
        IncludePersonal = options.Flag(_includePersonal),
    };

    private void CheckFiles(EvaluateRequest request, OptionReader options, Words words)
    {
        DataOptions.Check(request, options, words);
        if (request.Shard is null && request.Run.IncludePersonal && !OutputFormats.ListsPersons(request.Format)) options.Refuse(words.PersonalInTable);
        if (request is { Data: DataInput.StandardInput, CompareWith: DataInput.StandardInput }) options.Refuse(words.CompareTwiceFromInput);
        CheckReport(request, (_compareWith, _list), options, words);
        InputFiles.CheckOutput(request, _out.Name, request.Out, options);
        InputFiles.CheckOutput(request, _problems.Name, request.Problems, options);
        if (request.Problems is not { } problems) return;
        if (!ProblemFile.IsPossible(problems)) options.Refuse(words.ProblemsWantName(problems));
        else if (request.Out is { } output && InputFiles.AreSame(output, problems)) options.Refuse(words.ProblemsAreOutput(problems));
    }

    /// <summary>Refuses what the format of a report does not show.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="asked">The options for a comparison and for the length of lists.</param>
    /// <param name="options">Takes the refusal.</param>
    /// <param name="words">The texts.</param>
    internal static void CheckReport(EvaluateRequest request, (ValueOption CompareWith, ValueOption List) asked, OptionReader options, Words words)
    {
        if (request.CompareWith is not null && !OutputFormats.ShowingComparisons.Contains(request.Format)) options.Refuse(words.ComparisonNotShown(asked.CompareWith.Name, OutputFormats.ShowingComparisons));
        if (options.Text(asked.List) is not null && request.Format != OutputFormats.Markdown) options.Refuse(words.ListsAll(asked.List.Name, OutputFormats.Markdown));
    }

    private IEnumerable<string> NotInDatabase(OptionReader options)
    {
        ValueOption[] values = [_data.Region, _data.Pack, _data.InputName, _data.Previous, _data.PreviousMap, _data.Waivers, _ending, _shard, _list, _compareWith, _problems, _data.Encoding];
        FlagOption[] flags = [_data.Strict, _data.SkipMalformed, _all, _corrections, _includePersonal];
        return [.. values.Where(v => options.Text(v) is not null).Select(v => v.Name), .. flags.Where(options.Flag).Select(f => f.Name)];
    }

    // A part is no report, and merged with others it can be written in every format.
    private SchoolShard? ReadShard(OptionReader options, Words words)
    {
        if (options.Text(_shard) is not { } text) return null;
        foreach (ValueOption option in (ValueOption[])[_format, _list, _failOn, _compareWith, _problems, _data.Previous, _data.PreviousMap])
        {
            if (options.Text(option) is not null) options.Refuse(words.NotOfShard(option.Name, _shard.Name));
        }

        if (SchoolShard.TryParse(text, out SchoolShard shard)) return shard;
        options.Refuse(words.NotAShard(_shard.Name, text, SchoolShard.Most));
        return null;
    }
}
