using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>The items of a list of rows, filtered and mapped.</summary>
/// <param name="Known">Whether the list was reported.</param>
/// <param name="Source">What stands for all its rows.</param>
/// <param name="Item">What stands for the item at hand.</param>
/// <param name="In">Whether the item at hand is in the list at all.</param>
internal sealed record DynamicItems(DynamicTest Known, string Source, DynamicFrame Item, DynamicTruth In)
{
    // No list of the rule language is gone through for more items than that.
    private static readonly Rational Most = Rational.Of(ListWork.Most);

    private string Name => Item.Text;

    /// <summary>Whether a test holds for any row.</summary>
    public DynamicTest Any(DynamicTest test) => test.IsFalse ? test : DynamicTest.Of(test.IsTrue ? $"{Source}.Any()" : $"{Source}.Any({Name} => {test.Text})");

    /// <summary>Whether a test holds for all rows.</summary>
    public DynamicTest All(DynamicTest test) => test.IsTrue ? test : DynamicTest.Of(test.IsFalse ? $"!{Source}.Any()" : $"{Source}.All({Name} => {test.Text})");

    /// <summary>For how many rows a test holds.</summary>
    public DynamicFactor Count(DynamicTest test) => test.IsFalse
        ? DynamicFactor.Of(0)
        : new DynamicFactor(test.IsTrue ? $"{Source}.Count()" : $"{Source}.Count({Name} => {test.Text})", Rational.Zero, Most, 0) { IsInt = true };

    /// <summary>The sum of a number over the items that are in the list.</summary>
    public DynamicFactor Sum(DynamicFactor number) => new($"{Kept}.Sum({Name} => {number.DecimalText})", Least(number.Low * Most), Largest(number.High * Most), number.Scale);

    /// <summary>The smallest or largest of a number over the items that are in the list.</summary>
    public DynamicFactor Extreme(string method, DynamicFactor number) => number with { Text = $"{Kept}.{method}({Name} => {number.DecimalText})", IsSum = false, IsInt = false };

    /// <summary>The earliest or latest of days over the items that are in the list.</summary>
    public string Extreme(string method, string day) => $"{Kept}.{method}({Name} => {day})";

    private string Kept => In.True.IsTrue ? Source : $"{Source}.Where({Name} => {In.True.Text})";

    private static Rational Least(Rational number) => number < Rational.Zero ? number : Rational.Zero;

    private static Rational Largest(Rational number) => number > Rational.Zero ? number : Rational.Zero;
}
