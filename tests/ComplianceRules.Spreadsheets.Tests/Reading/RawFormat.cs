using System.Collections.Immutable;
using System.Security;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>A number format of random workbooks, said by hand what people see.</summary>
/// <param name="Kind">What people see.</param>
/// <param name="Id">Its number.</param>
/// <param name="Code">How it is written; null for those that every workbook has.</param>
internal sealed record RawFormat(RawKind Kind, int Id, string? Code = null)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>All of them; their place is the number of their style.</summary>
    public static ImmutableArray<RawFormat> All { get; } =
    [
        new(RawKind.Plain, 0),
        new(RawKind.Plain, 1),
        new(RawKind.Plain, 4),
        new(RawKind.Plain, 11),
        new(RawKind.Plain, 12),
        new(RawKind.Plain, 49),
        new(RawKind.Percent, 9),
        new(RawKind.Percent, 10),
        new(RawKind.Date, 14),
        new(RawKind.Date, 15),
        new(RawKind.MonthDay, 16),
        new(RawKind.YearMonth, 17),
        new(RawKind.Date, 22),
        new(RawKind.Time, 18),
        new(RawKind.Time, 20),
        new(RawKind.Time, 21),
        new(RawKind.Duration, 46),
        new(RawKind.Plain, 200, "0\"分钟\""),
        new(RawKind.Plain, 201, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "),
        new(RawKind.Plain, 202, "[Red]0.0;[Blue]-0.0"),
        new(RawKind.Percent, 203, "0.0%"),
        new(RawKind.Date, 204, "yyyy\"年\"m\"月\"d\"日\";@"),
        new(RawKind.Date, 205, "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\""),
        new(RawKind.Date, 206, "yyyy\\-mm\\-dd hh:mm:ss"),
        new(RawKind.YearMonth, 207, "yyyy\"年\"m\"月\""),
        new(RawKind.MonthDay, 208, "m\"月\"d\"日\""),
        new(RawKind.Time, 209, "h\"时\"mm\"分\""),
        new(RawKind.Time, 210, "[$-409]h:mm AM/PM;@"),
        new(RawKind.Duration, 211, "[h]:mm"),
    ];

    /// <summary>The part of the styles.</summary>
    public static string Styles { get; } = $"""
        <styleSheet xmlns='{Main}'><numFmts>{string.Concat(All.Where(f => f.Code is not null).Select(f => $"<numFmt numFmtId='{f.Id}' formatCode='{SecurityElement.Escape(f.Code)}'/>"))}</numFmts>
        <cellXfs>{string.Concat(All.Select(f => $"<xf numFmtId='{f.Id}'/>"))}</cellXfs></styleSheet>
        """;

    /// <summary>What people see of cells with a format; null for formats of other workbooks.</summary>
    /// <param name="id">Its number, which counts for those that every workbook has.</param>
    /// <param name="code">How it is written.</param>
    public static RawKind? Of(int id, string? code) => All.FirstOrDefault(f => f.Code is null ? f.Id == id : f.Code == code)?.Kind;
}
