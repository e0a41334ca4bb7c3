using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>Makes rows of a model: one where every term was followed, several to try where lists or terms were not.</summary>
/// <param name="vocabulary">The variables.</param>
/// <param name="scope">What names mean.</param>
/// <param name="budget">How much may be done.</param>
internal sealed class SketchMaker(Vocabulary vocabulary, ReadingScope scope, SearchBudget budget)
{
    private const int MostSketches = 400;
    private const int MostSampled = 3;

    /// <summary>The rows to try, likely ones first.</summary>
    /// <param name="model">The model.</param>
    public IEnumerable<Sketch> Of(Model model)
    {
        ImmutableArray<SketchedFact> facts = [.. FactValues.Of(vocabulary, model)];
        DateOnly day = vocabulary.Variables.Find(v => v is { Flag: < 0, Name: "as_of" }) is { } asOf
            ? DateOnly.FromDayNumber((int)model.Values[asOf.Number].Numerator)
            : vocabulary.World.Span.From;
        ImmutableArray<FactPlace> reported = [.. vocabulary.Flags.Where((place, flag) => place?.List is not null && model.Flags[flag] == true).OfType<FactPlace>()];
        Sketch plain = new(scope.Names.Subject, day, facts, reported, []);
        return WithItems(plain, model).SelectMany(Sampled).Take(MostSketches);
    }

    private IEnumerable<Sketch> WithItems(Sketch plain, Model model)
    {
        IEnumerable<Sketch> made = [plain];
        foreach ((ChildListPath list, ImmutableArray<ImmutableArray<SketchedFact>> rows) in new ItemRows(vocabulary, scope, model, budget).Find())
        {
            if (IsUnreported(list, model)) continue;
            made = made.SelectMany(s => ItemMixes.Of(rows).Select(mix => s with { Items = s.Items.Add(new SketchedItems(list, mix)) }));
        }

        return made;
    }

    private bool IsUnreported(ChildListPath list, Model model)
    {
        int flag = vocabulary.Flags.FindIndex(f => f?.List == list.List && f.Row == list.Row);
        return flag >= 0 && model.Flags[flag] == false;
    }

    // The row itself, then others with other values of what the terms that were not followed read.
    private IEnumerable<Sketch> Sampled(Sketch sketch)
    {
        yield return sketch;
        HashSet<(string Table, string Field)> read =
        [
            .. vocabulary.Variables.Where(v => v.Term is not null and not (MacroExpression or AnyChildExpression or ChildShareExpression or AggregateExpression))
                .SelectMany(v => ExpressionWalker.SelfAndDescendants(v.Term!)).OfType<FieldExpression>().Select(f => (f.Row.Table, f.Field.Name)),
        ];
        int[] open = [.. Enumerable.Range(0, sketch.Facts.Length).Where(i => sketch.Facts[i] is { Value: not null } f && read.Contains((f.Row.Table, f.Field.Name))).Take(MostSampled)];
        if (open.Length == 0) yield break;
        ImmutableArray<Value>[] samples = [.. open.Select(i => FactSamples.Of(sketch.Facts[i].Field))];
        int all = samples.Aggregate(1, (product, s) => product * Math.Max(1, s.Length));
        for (int way = 0; way < all; way++)
        {
            ImmutableArray<SketchedFact>.Builder facts = sketch.Facts.ToBuilder();
            for (int i = 0, rest = way; i < open.Length; rest /= Math.Max(1, samples[i].Length), i++)
            {
                if (!samples[i].IsEmpty) facts[open[i]] = facts[open[i]] with { Value = samples[i][rest % samples[i].Length] };
            }

            yield return sketch with { Facts = facts.ToImmutable() };
        }
    }
}
