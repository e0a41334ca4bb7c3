using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>A set of keys: a list of texts of a row, or keys that are written.</summary>
/// <param name="Text">What stands for the list of texts; null where the keys are written.</param>
/// <param name="Members">The written keys.</param>
internal sealed record LinqSet(string? Text, ImmutableArray<string> Members) : LinqTerm
{
    /// <summary>Whether an item is among them.</summary>
    /// <param name="item">The item.</param>
    public LinqTest Has(LinqWord item) =>
        Text is not null ? LinqTest.Of($"{Text}.Contains({item.Text})") : LinqTest.Or(Members.Select(m => LinqTest.Of($"{item.Text} == {LinqWord.Quoted(m).Text}")));

    /// <summary>Whether all of another are among them.</summary>
    /// <param name="inner">The other.</param>
    public LinqTest HasAll(LinqSet inner)
    {
        if (inner.Text is null) return LinqTest.And(inner.Members.Select(m => Has(LinqWord.Quoted(m))));
        const string Item = "m";
        return LinqTest.Of($"{inner.Text}.All({Item} => {Has(new LinqWord(Item)).Text})");
    }
}
