using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>What people read for why a fact is not known.</summary>
internal static class ReasonTexts
{
    private static readonly LocalText[] Texts =
    [
        new("未填报", "not given"),
        new("填报值不可能", "the value given cannot be"),
        new("填报值类型不符", "the value given is of another type"),
        new("清单未上报", "the list was not reported"),
        new("数据未覆盖本区域全部学校", "the data does not cover the whole region"),
        new("上级未知", "the row above is not known"),
        new("除数为零", "division by zero"),
        new("结果过大", "the result is too large"),
        new("没有记录", "no rows"),
        new("没有适用的参数值", "no parameter value is in force"),
        new("嵌套清单过大，无法逐一核对", "the nested lists are too large to go through"),
        new("没有上一期数据", "no earlier data"),
        new("校历未提供或不完整", "the calendar is not given or not whole"),
    ];

    /// <summary>The text of a reason.</summary>
    /// <param name="reason">The reason.</param>
    public static LocalText Of(UnknownReason reason) => Texts[(int)reason];
}
