"""From text and document creation time to TIMEX3 values and EDTF dates: serves every stage and knows none."""
