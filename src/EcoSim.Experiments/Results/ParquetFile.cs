using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace EcoSim.Experiments.Results;

/// <summary>Writes a Parquet file column by column: in memory is one column of one group of rows. The same numbers give the same bytes.</summary>
internal static class ParquetFile
{
    /// <summary>Rows of a group, about: enough for a reader to be quick, and one column of them takes a megabyte.</summary>
    public const int RowsOfGroup = 1 << 16;

    /// <summary>Writes the groups one after another.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fields">The columns.</param>
    /// <param name="groups">Writes each column of a group of rows, in order.</param>
    public static void Write(Stream file, IReadOnlyList<DataField> fields, IEnumerable<Func<ParquetRowGroupWriter, Task>> groups) =>
        WriteAsync(file, fields, groups).GetAwaiter().GetResult();

    private static async Task WriteAsync(Stream file, IReadOnlyList<DataField> fields, IEnumerable<Func<ParquetRowGroupWriter, Task>> groups)
    {
        // Neighbouring numbers of a column share their first bytes, which side by side take little room.
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest };
        foreach (DataField field in fields.Where(field => field.ClrType == typeof(double)))
        {
            options.ColumnEncodingHints[field.Name] = EncodingHint.ByteSplitStream;
        }

        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), file, options);
        writer.CustomMetadata = new Dictionary<string, string> { ["version"] = ProgramVersion.Text, ["model_build"] = ProgramVersion.ModelBuild };
        foreach (Func<ParquetRowGroupWriter, Task> group in groups)
        {
            using ParquetRowGroupWriter rows = writer.CreateRowGroup();
            await group(rows);
            rows.CompleteValidate();
        }
    }
}
