using System.CommandLine;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>diff</c> and how they become a request.</summary>
internal sealed class DiffSyntax
{
    private const string Text = "text";
    private const string Json = "json";

    private readonly MainArgument _before = new("old-packs");
    private readonly MainArgument _after = new("new-packs");
    private readonly ValueOption _snapshot = new("--snapshot", "snapshot");
    private readonly ValueOption _format = new("--format", $"{Text}|{Json}");
    private readonly FlagOption _all = new("--all");
    private readonly FlagOption _exitCode = new("--exit-code");
    private readonly DataOptions _data = new();

    public Command ToCommand(string name) => new(name)
    {
        _before, _after, _data.Region, _data.AsOf, _snapshot, _data.InputName, _data.Pack, _data.Map, _data.Previous, _data.PreviousMap, _data.Waivers, _format, _data.Encoding, _data.Strict,
        _data.SkipMalformed, _all, _exitCode,
    };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public DiffRequest Read(OptionReader options, Words words)
    {
        DiffRequest request = new(options.Needed(_before), options.Needed(_after))
        {
            Region = options.Region(_data.Region),
            AsOf = options.Date(_data.AsOf),
            IsJson = options.Choice(_format, Text, Text, Json) == Json,
            ListsAll = options.Flag(_all),
            TellsByExitCode = options.Flag(_exitCode),
        };
        if (options.Text(_snapshot) is not { } snapshot)
        {
            foreach (string option in OfData(options)) options.Refuse(words.OnlyWithSnapshot(option));
            return request;
        }

        EvaluateRequest data = _data.Read(options, snapshot, request.After);
        DataOptions.Check(data, options, words);
        return request with { Data = data with { Run = data.Run with { Only = request.Region } } };
    }

    // What is asked of data that is not there would be passed over in silence.
    private IEnumerable<string> OfData(OptionReader options)
    {
        ValueOption[] values = [_data.InputName, _data.Pack, _data.Map, _data.Previous, _data.PreviousMap, _data.Waivers, _data.Encoding];
        FlagOption[] flags = [_data.Strict, _data.SkipMalformed, _all];
        return [.. values.Where(o => options.Text(o) is not null).Select(o => o.Name), .. flags.Where(options.Flag).Select(o => o.Name)];
    }
}
