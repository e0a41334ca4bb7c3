using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.NRules;

/// <summary>Answers conditions for blocks of rows in sessions of NRules.</summary>
/// <param name="guest">Has the compiled conditions.</param>
/// <param name="interpreter">Reads facts and parameters.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class NRulesJudge(NRulesGuest guest, ReferenceInterpreter interpreter, CancellationToken cancellation) : IBlockJudge
{
    // A session keeps every fact and every match: a nation in one would not fit into memory.
    private const int MostFacts = 10_000;

    /// <inheritdoc/>
    public void Judge(TypedExpression condition, RowBlock rows, Span<ulong> isTrue, Span<ulong> isFalse)
    {
        HostedCondition hosted = guest.Of(condition);
        for (int start = 0; start < rows.Count; start += MostFacts)
        {
            cancellation.ThrowIfCancellationRequested();
            RowFact[] facts = [.. Enumerable.Range(start, Math.Min(MostFacts, rows.Count - start)).Select(place => new RowFact(place, new RowFrames(rows.Table, rows.Start + place, rows.Parameters), interpreter))];
            hosted.Ask(facts, cancellation);
            foreach (RowFact fact in facts)
            {
                if (fact.Answer is { } answer) ValidityBits.Set(answer ? isTrue : isFalse, fact.Place);
            }
        }

        cancellation.ThrowIfCancellationRequested();
    }
}
