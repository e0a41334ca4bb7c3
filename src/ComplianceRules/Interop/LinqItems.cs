using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>The items of a list of rows, filtered and mapped.</summary>
/// <param name="Known">Whether the list was reported.</param>
/// <param name="Source">What stands for all its rows.</param>
/// <param name="Item">What stands for the item at hand.</param>
/// <param name="In">Whether the item at hand is in the list at all.</param>
internal sealed record LinqItems(LinqTest Known, string Source, LinqFrame Item, LinqTruth In)
{
    // No list of the rule language is gone through for more items than that.
    private static readonly Rational Most = Rational.Of(ListWork.Most);

    private string Name => Item.Text;

    /// <summary>Whether a test holds for any row.</summary>
    public LinqTest Any(LinqTest test) => test.IsFalse ? test : LinqTest.Of(test.IsTrue ? $"{Source}.Any()" : $"{Source}.Any({Name} => {test.Text})");

    /// <summary>Whether a test holds for all rows.</summary>
    public LinqTest All(LinqTest test) => test.IsTrue ? test : LinqTest.Of(test.IsFalse ? $"!{Source}.Any()" : $"{Source}.All({Name} => {test.Text})");

    /// <summary>For how many rows a test holds.</summary>
    public LinqFactor Count(LinqTest test) => test.IsFalse
        ? LinqFactor.Of(0)
        : new LinqFactor(test.IsTrue ? $"{Source}.Count()" : $"{Source}.Count({Name} => {test.Text})", Rational.Zero, Most, 0) { IsInt = true };

    /// <summary>The sum of a number over the items that are in the list.</summary>
    public LinqFactor Sum(LinqFactor number) => new($"{Kept}.Sum({Name} => {number.DecimalText})", Least(number.Low * Most), Largest(number.High * Most), number.Scale);

    /// <summary>The smallest or largest of a number over the items that are in the list.</summary>
    public LinqFactor Extreme(string method, LinqFactor number) => number with { Text = $"{Kept}.{method}({Name} => {number.DecimalText})", IsSum = false, IsInt = false };

    /// <summary>The earliest or latest of days over the items that are in the list.</summary>
    public string Extreme(string method, string day) => $"{Kept}.{method}({Name} => {day})";

    private string Kept => In.True.IsTrue ? Source : $"{Source}.Where({Name} => {In.True.Text})";

    private static Rational Least(Rational number) => number < Rational.Zero ? number : Rational.Zero;

    private static Rational Largest(Rational number) => number > Rational.Zero ? number : Rational.Zero;
}
