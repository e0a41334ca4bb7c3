namespace ComplianceRules.Benchmarks;

/// <summary>What the head of a made-up snapshot says.</summary>
internal static class NationText
{
    public const string Title = "性能测试数据（全部虚构）";

    public static DateOnly Date { get; } = new(2026, 9, 1);
}
