using System.CommandLine;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>whatif</c> and how they become a request.</summary>
internal sealed class WhatIfSyntax
{
    private const string Between = "..";

    private readonly DataOptions _data = new();
    private readonly ValueOption _parameter = new("--parameter", "name") { IsNeeded = true };
    private readonly ValueOption _key = new("--key", "key");
    private readonly ValueOption _over = new("--over", "from..to") { IsNeeded = true };
    private readonly ValueOption _step = new("--step", "size");
    private readonly ValueOption _only = new("--only", "code");
    private readonly ValueOption _rule = new("--rule", "id") { IsRepeatable = true };
    private readonly ValueOption _format = new("--format", string.Join('|', WhatIfFormats.Names));
    private readonly ValueOption _out = new("--out", "file");
    private readonly FlagOption _includePersonal = new("--include-personal");

    public Command ToCommand(string name) => new(name)
    {
        _data.Snapshot, _data.Packs, _parameter, _key, _over, _step, _rule, _data.AsOf, _data.Region, _only, _data.Pack, _data.InputName, _data.Map, _data.Previous,
        _data.PreviousMap, _data.Waivers, _format, _out, _data.Encoding, _data.Strict, _data.SkipMalformed, _includePersonal,
    };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public WhatIfCall Read(OptionReader options, Words words)
    {
        EvaluateRequest data = _data.Read(options);
        data = data with
        {
            Run = data.Run with { Only = options.Region(_only), Rules = options.All(_rule), IncludePersonal = options.Flag(_includePersonal) },
            Format = options.Choice(_format, WhatIfFormats.Table, WhatIfFormats.Names),
            Out = options.Output(_out),
        };
        DataOptions.Check(data, options, words);
        InputFiles.CheckOutput(data, _out.Name, data.Out, options);
        string over = options.Needed(_over);
        int middle = over.IndexOf(Between, StringComparison.Ordinal);
        if (middle <= 0 || middle + Between.Length == over.Length) options.Refuse(words.NotARange(_over.Name, over));
        (string from, string to) = middle < 0 ? (over, over) : (over[..middle], over[(middle + Between.Length)..]);
        return new WhatIfCall(data, new WhatIfRequest(options.Needed(_parameter), from, to) { Key = options.Text(_key), Step = options.Text(_step) });
    }
}
