using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Finds grades and stages that some rules leave out between others that they cover.</summary>
/// <param name="schema">The tables and fields of all packs.</param>
internal sealed class CoverageFinder(FactSchema schema)
{
    private const int Steps = 100_000;

    /// <summary>The grades and stages to which no rule can apply, though one applies on either side; each as <c>grade 7</c>.</summary>
    /// <param name="subject">The table of all rules; only of classes and year groups grades are known.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="span">The days.</param>
    public ImmutableArray<string> Gaps(string subject, IReadOnlyCollection<ComparedRule> rules, ProofSpan span)
    {
        if (subject is not (BaseTables.Class or BaseTables.YearGroup) || schema.Table(subject) is not { } table) return [];
        ImmutableArray<string>.Builder gaps = ImmutableArray.CreateBuilder<string>();
        if (table.Field(StageFacts.Grade) is { Range: { } range } grade)
            gaps.AddRange(Between([.. Enumerable.Range((int)range.Low, (int)(range.High - range.Low) + 1)], grade, g => new NumberValue(Rational.Of(g)), (subject, rules, span)));
        if (table.Field(StageFacts.Stage) is { } stage) gaps.AddRange(Between([.. stage.Options.Select(o => o.Key)], stage, k => new TextValue(k), (subject, rules, span)));
        return gaps.ToImmutable();
    }

    private IEnumerable<string> Between<T>(ImmutableArray<T> all, FieldSchema field, Func<T, Value> value, (string Subject, IReadOnlyCollection<ComparedRule> Rules, ProofSpan Span) asked)
    {
        bool[] covered = [.. all.Select(item => asked.Rules.Any(r => MayApply(r, asked.Subject, field, value(item), asked.Span)))];
        (int first, int last) = (Array.IndexOf(covered, true), Array.LastIndexOf(covered, true));
        for (int i = Math.Max(first, 0); i < last; i++)
        {
            if (!covered[i]) yield return string.Create(CultureInfo.InvariantCulture, $"{field.Name} {value(all[i]).Text}");
        }
    }

    // What cannot be told counts as covered.
    private bool MayApply(ComparedRule rule, string subject, FieldSchema field, Value value, ProofSpan span)
    {
        SearchBudget budget = new(Steps);
        RulePair alone = new(new ProofWorld(schema, span), subject, (rule, rule), budget);
        FieldExpression fact = new(new RowPath(0, subject), field);
        LiteralExpression literal = new(fact.Type, value);
        Truth isThere = new ConditionReader(alone.Vocabulary, alone.Scope).Read(new ComparisonExpression(ComparisonOperator.Equal, fact, literal));
        return alone.Search(Formula.All([alone.OuterRule.Applies.True, isThere.True, .. StageAxioms.Of(alone.Vocabulary)]), budget) is not { Model: null, IsCertain: true };
    }
}
