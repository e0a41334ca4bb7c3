using System.Globalization;
using System.Security;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>Cells of all kinds that two readers of workbooks should understand alike.</summary>
internal static class RawCells
{
    public const int SharedTexts = 8;

    private const int SecondsOfDay = 86_400;

    private static readonly string[] Bits =
        ["班", "一年级", "𠀀", "8:20", "是", "—", " ", "  ", "　", "\n", "\t", "<", "&", "'", "a", "12", "_x000D_", "_x000A_", "_x005F_x0041_", "_xg", "_xZZZZ_", "_", "1e3", "#N/A", "=1+1"];

    /// <summary>An item of the shared texts, or what an inline text holds: plain, or in runs, with or without how it is spoken.</summary>
    public static Gen<string> Item()
    {
        Gen<string> run = Text().Select(text => $"<r><rPr><b/></rPr>{T(text)}</r>");
        Gen<string> spoken = Gen.Elements(string.Empty, "<rPh sb='0' eb='1'><t>ban</t></rPh><phoneticPr fontId='1'/>");
        return Gen.OneOf(Text().Select(T), from runs in Gen.NonEmptyListOf(run) from how in spoken select string.Concat(runs) + how);
    }

    public static Gen<RawCell> Any(bool from1904) => Gen.Frequency(
        (2, Gen.Elements(new RawCell(string.Empty, string.Empty), new RawCell(" s='1'", string.Empty))),
        (3, Gen.Choose(0, SharedTexts - 1).Select(i => new RawCell(" t='s'", $"<v>{i}</v>"))),
        (3, Item().Select(item => new RawCell(" t='inlineStr'", $"<is>{item}</is>"))),
        (1, Text().Select(text => new RawCell(" t='str'", $"<f>A1</f><v>{SecurityElement.Escape(text)}</v>"))),
        (1, Gen.Choose(0, 1).Select(truth => new RawCell(" t='b'", $"<v>{truth}</v>"))),
        (6, from style in Gen.Choose(0, RawFormat.All.Length - 1)
            from number in Number(RawFormat.All[style].Kind, from1904)
            from formula in Gen.Elements(string.Empty, "<f>SUM(A1:A9)</f>")
            from type in Gen.Elements(string.Empty, " t='n'")
            select new RawCell($"{type} s='{style}'", $"{formula}<v>{number}</v>")));

    private static Gen<string> Text() => Gen.Elements(Bits).ListOf().Select(string.Concat);

    private static string T(string text) => $"<t xml:space='preserve'>{SecurityElement.Escape(text)}</t>";

    private static Gen<string> Number(RawKind kind, bool from1904) => kind switch
    {
        RawKind.Plain => Gen.OneOf(Decimal(), Stored(), Gen.Elements("1E+20", "-3.7032219800101101E+17", "1e-7", "0", "-0", "999999999999999", "0.30000000000000004")),
        RawKind.Percent => Decimal(),
        RawKind.Time => Seconds(0, 0),
        RawKind.Duration => Seconds(0, 40),
        _ => Gen.OneOf(Days(from1904), Seconds(61, 80_000)),
    };

    private static Gen<string> Decimal() =>
        from digits in Gen.Choose(-999_999_999, 999_999_999) from places in Gen.Choose(0, 9) select ((decimal)digits / (decimal)Math.Pow(10, places)).ToString(CultureInfo.InvariantCulture);

    // As spreadsheets store what they have worked out: as many digits as tell it from all others.
    private static Gen<string> Stored() =>
        from above in Gen.Choose(-1_000_000, 1_000_000) from below in Gen.Choose(1, 1000) select ((double)above / below).ToString("R", CultureInfo.InvariantCulture);

    private static Gen<string> Days(bool from1904) => Gen.Choose(from1904 ? 0 : 61, from1904 ? 2_957_003 : 2_958_465).Select(day => day.ToString(CultureInfo.InvariantCulture));

    private static Gen<string> Seconds(int firstDay, int lastDay) =>
        from day in Gen.Choose(firstDay, lastDay) from second in Gen.Choose(0, SecondsOfDay - 1) select (day + ((double)second / SecondsOfDay)).ToString("R", CultureInfo.InvariantCulture);
}
