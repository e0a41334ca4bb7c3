using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>A set of keys: a list of texts of a row, or keys that are written.</summary>
/// <param name="Text">What stands for the list of texts; null where the keys are written.</param>
/// <param name="Members">The written keys.</param>
internal sealed record DynamicSet(string? Text, ImmutableArray<string> Members) : DynamicTerm
{
    /// <summary>Whether an item is among them.</summary>
    /// <param name="item">The item.</param>
    public DynamicTest Has(DynamicWord item) =>
        Text is not null ? DynamicTest.Of($"{Text}.Contains({item.Text})") : DynamicTest.Or(Members.Select(m => DynamicTest.Of($"{item.Text} == {DynamicWord.Quoted(m).Text}")));

    /// <summary>Whether all of another are among them.</summary>
    /// <param name="inner">The other.</param>
    public DynamicTest HasAll(DynamicSet inner)
    {
        if (inner.Text is null) return DynamicTest.And(inner.Members.Select(m => Has(DynamicWord.Quoted(m))));
        const string Item = "m";
        return DynamicTest.Of($"{inner.Text}.All({Item} => {Has(new DynamicWord(Item)).Text})");
    }
}
