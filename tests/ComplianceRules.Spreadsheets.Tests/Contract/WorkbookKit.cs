using System.Globalization;
using System.Security;
using System.Text;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>Workbooks, of raw parts.</summary>
internal sealed class WorkbookKit : SourceKit
{
    private const int DayStyle = 1;
    private const int TimeStyle = 2;
    private const int PercentStyle = 3;
    private const int BombSize = 300_000_000;

    public override string Name => "workbook";

    public override ISnapshotSource? Open(MadeDocument document)
    {
        if (document.Twist is Twist.ByteOrderMark or Twist.CarriageReturns or Twist.Gb18030) return null;
        byte[] bytes = Twisted(document);
        return new SpreadsheetSnapshotSource(() => new MemoryStream(bytes), "snapshot.xlsx");
    }

    private static byte[] Twisted(MadeDocument document)
    {
        byte[] whole = Parts(document).Bytes();
        return document.Twist switch
        {
            Twist.Empty => [],
            Twist.CutOff => whole[..(whole.Length * 2 / 3)],
            Twist.BadBytes => Parts(document).With("xl/worksheets/sheet1.xml", [0x3C, 0xFF, 0xFE, 0x3E]).Bytes(),
            Twist.HiddenSheet => Parts(document).Sheet("year_group", WorkbookParts.Rows(["school", "grade"], ["S", "3"]), state: "hidden").Bytes(),
            Twist.Password => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            Twist.Corrupt => Flipped(whole),
            Twist.ZipBomb => Parts(document).With("xl/worksheets/sheet1.xml", "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>" + new string(' ', BombSize)).Bytes(),
            _ => whole,
        };
    }

    private static byte[] Flipped(byte[] bytes)
    {
        for (int at = 60; at < bytes.Length * 4 / 5; at += 7) bytes[at] ^= 0x5A;
        return bytes;
    }

    private static WorkbookParts Parts(MadeDocument document)
    {
        IEnumerable<string> rows = document.Classes.Select((made, row) => Row(row + 2, document.Columns.Select((column, at) => Cell(made, column, Place(at, row + 2)))));
        string header = Row(1, document.Columns.Select((column, at) => WorkbookParts.T(Place(at, 1), column)));
        return new WorkbookParts().Sheet("class", header + string.Concat(rows)).Formats("yyyy-mm-dd", "h:mm", "0%");
    }

    private static string Place(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");

    private static string Row(int number, IEnumerable<string> cells) => string.Create(CultureInfo.InvariantCulture, $"<row r='{number}'>{string.Concat(cells)}</row>");

    private static string Cell(MadeClass made, string column, string place)
    {
        string? key = column switch { "id" => made.Id, "school" => made.School, _ => null };
        if (key is not null) return WorkbookParts.T(place, key);
        MadeCell cell = made.Cell(column);
        return cell.Kind switch
        {
            MadeKind.Blank => string.Empty,
            MadeKind.Text => WorkbookParts.T(place, SecurityElement.Escape(cell.Text)),
            MadeKind.Number => WorkbookParts.N(place, cell.Text),
            MadeKind.Percent => WorkbookParts.N(place, cell.Text, PercentStyle),
            MadeKind.Date => WorkbookParts.N(place, Serial(cell.Text), DayStyle),
            MadeKind.DateZero => WorkbookParts.N(place, cell.Text, DayStyle),
            MadeKind.Time => WorkbookParts.N(place, Fraction(cell.Text), TimeStyle),
            MadeKind.Error => $"<c r='{place}' t='e'><v>{cell.Text}</v></c>",
            MadeKind.Formula => $"<c r='{place}'><f>SUM(1,40)</f><v>{cell.Text}</v></c>",
            _ => throw new InvalidOperationException(cell.Kind.ToString()),
        };
    }

    private static string Serial(string day) =>
        (DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture);

    private static string Fraction(string time) => (TimeSpan.ParseExact(time, "h\\:mm", CultureInfo.InvariantCulture).TotalMinutes / 1440).ToString("R", CultureInfo.InvariantCulture);
}
