using System.Text;

namespace ComplianceRules.Tests.Facts;

/// <summary>Spoils a document in a few places.</summary>
internal static class Damage
{
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\n", "\\u0061", "\\ud800", "\n", "\r\n", "\r", " ", "\t", "null", "true", "0", "-", ".", "e3", "1", "\u0001", "学", "é", "\"id\":\"1\",", ",\"id\":\"s1\"",
            ",\"note\":[1,{\"a\":null}]", ",\"odd\":1", ",\"odd\":{\"a\":1,\"a\":2}", "{}", ",{\"id\":\"9\"}", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "// x", ",\"enrolment\":4.5e1", ",\"enrolment\":45.0", ",\"enrolment\":045",
            ",\"share\":12.34", ",\"packs\":[\"a\"]", ",\"region\":\"37\"", ",\"classes\":[]", ",\"classes\":[{\"id\":\"a\"},7]", "{\"schemaVersion\":1}\n", "0000000000000000", "999999999999999999",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xE5, 0xAD], [0xED, 0xA0, 0x80], [0],
    ];

    public static byte[] Do(byte[] document, Random chance)
    {
        List<byte> bytes = [.. document];
        for (int left = 1 + chance.Next(3); left > 0 && bytes.Count > 0; left--) DoOne(bytes, chance);
        return [.. bytes];
    }

    private static void DoOne(List<byte> bytes, Random chance)
    {
        int at = chance.Next(bytes.Count);
        int length = Math.Min(1 + chance.Next(chance.Next(4) == 0 ? 60 : 4), bytes.Count - at);
        switch (chance.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << chance.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(chance.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 3:
                bytes.RemoveRange(at, chance.Next(3) == 0 ? bytes.Count - at : length);
                break;
            default:
                bytes.InsertRange(at, Pieces[chance.Next(Pieces.Length)]);
                break;
        }
    }
}
