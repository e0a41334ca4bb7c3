using System.Text;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Guesses the encoding of a file that nobody named; a guess is proposed to people, never used.</summary>
internal static class EncodingGuess
{
    private const int BufferSize = 1 << 16;
    private const int MostBytes = 1 << 22;

    /// <summary>Whether the beginning of a file, up to 4 MiB, can be GB18030.</summary>
    /// <exception cref="IOException">The file cannot be reached.</exception>
    public static bool CanBeGb18030(DataFile file)
    {
        using Stream stream = file.Open();
        Decoder decoder = Gb18030.Throwing.GetDecoder();
        byte[] bytes = new byte[BufferSize];
        char[] chars = new char[Gb18030.Throwing.GetMaxCharCount(BufferSize)];
        try
        {
            for (int read, all = 0; all < MostBytes && (read = stream.Read(bytes)) > 0; all += read) _ = decoder.GetChars(bytes, 0, read, chars, 0, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
