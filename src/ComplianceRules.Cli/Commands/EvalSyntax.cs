using System.CommandLine;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>eval</c> and how they become a request.</summary>
internal sealed class EvalSyntax
{
    private readonly ExpressionArgument _expression = new("expression");
    private readonly ValueOption _facts = new("--facts", "file");
    private readonly ValueOption _asOf = new("--as-of", "date");
    private readonly ValueOption _batch = new("--batch", "file");

    public Command ToCommand(string name) => new(name) { _expression, _facts, _asOf, _batch };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public EvalRequest Read(OptionReader options, Words words)
    {
        EvalRequest request = new(options.Text(_expression), options.Text(_batch)) { Facts = options.Text(_facts), AsOf = options.Date(_asOf) };
        if (request is { Expression: null, Batch: null }) options.Refuse(words.ExpressionOrBatch);
        if (request is { Expression: not null, Batch: not null }) options.Refuse(words.ExpressionWithBatch);
        if (request is { Facts: not null, Batch: not null }) options.Refuse(words.FactsWithBatch);
        return request;
    }
}
